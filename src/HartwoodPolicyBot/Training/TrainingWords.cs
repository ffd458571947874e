using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Training;

/// <summary>Holds the words for training that people read.</summary>
internal static class TrainingWords
{
    /// <summary>The time for ten scenarios of a few lines each, read at an easy pace.</summary>
    public const string HowLong = "about ten minutes";

    public static string Of(StaffRole role) => StaffRoleWords.Of(role) ?? "Not said yet";

    /// <summary>Returns "Induction training", "Refresher training", or the reason that the practice manager gave.</summary>
    public static string Of(TrainingAssignment assignment) =>
        assignment.Kind switch
        {
            AssignmentKind.Induction => "Induction training",
            AssignmentKind.Refresher => "Refresher training",
            _ => $"Training: {assignment.Reason}",
        };

    /// <summary>Returns "due Mon 7 Dec 2026", or how long it has been overdue.</summary>
    public static string Due(TrainingAssignment assignment, DateOnly today) =>
        (assignment.DueOn.DayNumber - today.DayNumber) switch
        {
            0 => $"due today, {PracticeTime.Text(assignment.DueOn)}",
            1 => $"due tomorrow, {PracticeTime.Text(assignment.DueOn)}",
            > 1 and var days => $"due in {days} days, {PracticeTime.Text(assignment.DueOn)}",
            -1 => $"was due yesterday, {PracticeTime.Text(assignment.DueOn)}",
            var days => $"was due {-days} days ago, {PracticeTime.Text(assignment.DueOn)}",
        };

    /// <summary>Draws a bar of squares; the words beside it say the same.</summary>
    public static string Bar(int done, int of) => $"{new string('■', done)}{new string('□', of - done)} {done} of {of} answered";

    public static string Letter(int place) => $"{(char)('A' + place)}";

    public static string PassMark(TrainingAttempt attempt) =>
        $"Pass mark: {attempt.PassPercent} %. That is the practice's own setting; the policy names none.";
}
