using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Training;

/// <summary>Holds the words for training that people read.</summary>
internal static class TrainingWords
{
    /// <summary>The time for ten scenarios of a few lines each, read at an easy pace.</summary>
    public const string HowLong = "about 10 minutes";

    /// <summary>The most days that are counted out beside a date.</summary>
    private const int MostDaysCounted = 60;

    public static string Of(StaffRole role) => StaffRoleWords.Of(role) ?? "Not set";

    /// <summary>Returns "Induction training", "Refresher training", or the reason that the practice manager gave.</summary>
    public static string Of(TrainingAssignment assignment) =>
        assignment.Kind switch
        {
            AssignmentKind.Induction => "Induction training",
            AssignmentKind.Refresher => "Refresher training",
            _ => $"Training ({assignment.Reason})",
        };

    /// <summary>Returns "due on 7 December 2026 (in 14 days)", or how long it has been overdue. Far away, the days say nothing.</summary>
    public static string Due(TrainingAssignment assignment, DateOnly today) =>
        (assignment.DueOn.DayNumber - today.DayNumber) switch
        {
            0 => $"due today, {PracticeTime.Text(assignment.DueOn)}",
            1 => $"due tomorrow, {PracticeTime.Text(assignment.DueOn)}",
            > MostDaysCounted => $"due on {PracticeTime.Text(assignment.DueOn)}",
            > 1 and var days => $"due on {PracticeTime.Text(assignment.DueOn)} (in {days} days)",
            -1 => $"overdue by 1 day (was due on {PracticeTime.Text(assignment.DueOn)})",
            var days => $"overdue by {-days} days (was due on {PracticeTime.Text(assignment.DueOn)})",
        };

    /// <summary>Returns how far somebody is, in words that a screen reader can say.</summary>
    public static string Progress(int done, int of) => $"{done} of {of} answered";

    public static string Letter(int place) => $"{(char)('A' + place)}";

    public static string PassMark(int percent) => $"Pass mark: {percent}%";
}
