namespace HartwoodPolicyBot.Core.Common;

/// <summary>Knows the hours in which the bot writes to people first: from the practice's morning, and not late in the day.</summary>
public static class WorkingHours
{
    public static TimeOnly Morning { get; } = new(9, 0);

    public static TimeOnly Evening { get; } = new(18, 0);

    /// <summary>Says whether this time is within the hours of a working day in London.</summary>
    public static bool Include(DateTimeOffset now)
    {
        var local = PracticeTime.InLondon(now);
        var clock = TimeOnly.FromDateTime(local.DateTime);
        return WorkingDays.IsWorkingDay(DateOnly.FromDateTime(local.DateTime)) && clock >= Morning && clock < Evening;
    }

    /// <summary>Returns the day on whose morning the bot next writes to people first; null where it writes at once.</summary>
    public static DateOnly? WaitUntil(DateTimeOffset now)
    {
        if (Include(now))
        {
            return null;
        }

        var local = PracticeTime.InLondon(now);
        var day = DateOnly.FromDateTime(local.DateTime);
        return WorkingDays.OnOrAfter(TimeOnly.FromDateTime(local.DateTime) < Evening ? day : day.AddDays(1));
    }
}
