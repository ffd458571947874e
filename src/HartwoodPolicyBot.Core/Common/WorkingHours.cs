namespace HartwoodPolicyBot.Core.Common;

/// <summary>When the bot writes to people by itself: from the practice's morning on, and not late in the day either.</summary>
public static class WorkingHours
{
    public static TimeOnly Morning { get; } = new(9, 0);

    public static TimeOnly Evening { get; } = new(18, 0);

    /// <summary>Is this a working day between morning and evening, in London?</summary>
    public static bool Include(DateTimeOffset now)
    {
        var local = PracticeTime.InLondon(now);
        var clock = TimeOnly.FromDateTime(local.DateTime);
        return WorkingDays.IsWorkingDay(DateOnly.FromDateTime(local.DateTime)) && clock >= Morning && clock < Evening;
    }
}
