using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Calculates the days on which somebody is reminded: 14, 7, 1 and 0 days before the training is due, then weekly. A day
/// off is moved to the working day before it, so that nobody is told too late. Days that coincide count once.
/// </summary>
public static class ReminderDays
{
    private static readonly int[] DaysBefore = [14, 7, 1, 0];

    /// <summary>The most days that a reminder can come before the due day: 14, and 6 for Christmas with a weekend.</summary>
    public const int LongestBefore = 14 + 6;

    private const int Week = 7;

    /// <summary>Returns the last reminder day up to <paramref name="today"/>; null when the first is still to come.</summary>
    public static DateOnly? Latest(DateOnly dueOn, DateOnly today)
    {
        // A later reminder day may be moved back to today or before, so one more week is checked than has passed.
        var weeks = Math.Max(0, (today.DayNumber - dueOn.DayNumber) / Week) + 1;
        return DaysBefore
            .Select(days => dueOn.AddDays(-days))
            .Concat(Enumerable.Range(1, weeks).Select(week => dueOn.AddDays(Week * week)))
            .Select(WorkingDays.OnOrBefore)
            .Where(day => day <= today)
            .Max(day => (DateOnly?)day);
    }

    /// <summary>Says whether the person should be told today.</summary>
    public static bool IsDue(TrainingAssignment assignment, DateOnly today) =>
        assignment.CompletedAt is null
        && (assignment.RemindedOn is not { } told ? assignment.AssignedOn <= today : Latest(assignment.DueOn, today) > told);
}
