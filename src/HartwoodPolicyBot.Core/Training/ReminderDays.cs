using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// When somebody is reminded: 14, 7, 1 and 0 days before it is due, then weekly. A day off counts as the working day before
/// it, so that nobody hears too late; days that fall together are one.
/// </summary>
public static class ReminderDays
{
    private static readonly int[] DaysBefore = [14, 7, 1, 0];

    /// <summary>More than the days that a reminder can come before its day: Christmas with its weekend.</summary>
    public const int LongestBefore = 14 + 6;

    private const int Week = 7;

    /// <summary>Same day of the month, so many months on; the last day of a month that is too short for it.</summary>
    public static DateOnly RefresherOf(DateOnly passedOn, int months) => passedOn.AddMonths(months);

    /// <summary>The last reminder day up to <paramref name="today"/>; null when the first is still to come.</summary>
    public static DateOnly? Latest(DateOnly dueOn, DateOnly today)
    {
        // The days ahead may be drawn back to today or before, so one week more is looked at than has passed.
        var weeks = Math.Max(0, (today.DayNumber - dueOn.DayNumber) / Week) + 1;
        return DaysBefore
            .Select(days => dueOn.AddDays(-days))
            .Concat(Enumerable.Range(1, weeks).Select(week => dueOn.AddDays(Week * week)))
            .Select(WorkingDays.OnOrBefore)
            .Where(day => day <= today)
            .Max(day => (DateOnly?)day);
    }

    /// <summary>Should the person hear of this today?</summary>
    public static bool IsDue(TrainingAssignment assignment, DateOnly today) =>
        assignment.CompletedAt is null
        && (assignment.RemindedOn is not { } told ? assignment.AssignedOn <= today : Latest(assignment.DueOn, today) > told);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % Week));
}
