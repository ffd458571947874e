namespace HartwoodPolicyBot.Core.Common;

/// <summary>The practice's own clock: what people see is Europe/London, what is kept is UTC.</summary>
public static class PracticeTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateTimeOffset InLondon(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, London);

    public static DateOnly DateOf(DateTimeOffset time) => DateOnly.FromDateTime(InLondon(time).DateTime);

    public static DateOnly Today(TimeProvider time) => DateOf(time.GetUtcNow());

    /// <summary>A date and time on the practice's wall, in UTC. An hour that the clocks skip counts as the hour after it.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, London.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>"Mon 23 Nov 2026, 14:05".</summary>
    public static string Text(DateTimeOffset time) => $"{InLondon(time):ddd d MMM yyyy, HH:mm}";

    /// <summary>"Mon 23 Nov 2026".</summary>
    public static string Text(DateOnly date) => $"{date:ddd d MMM yyyy}";

    /// <summary>
    /// By when, to follow "by": "the end of Tue 24 Nov 2026" where that is midnight, which people would read as a day
    /// more.
    /// </summary>
    public static string Deadline(DateTimeOffset due) =>
        InLondon(due) is { Hour: 0, Minute: 0 } ? $"the end of {Text(DateOf(due).AddDays(-1))}" : Text(due);
}
