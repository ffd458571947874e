namespace HartwoodPolicyBot.Core.Common;

/// <summary>Converts times between UTC, in which they are stored, and Europe/London, in which people see them.</summary>
public static class PracticeTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateTimeOffset InLondon(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, London);

    public static DateOnly DateOf(DateTimeOffset time) => DateOnly.FromDateTime(InLondon(time).DateTime);

    public static DateOnly Today(TimeProvider time) => DateOf(time.GetUtcNow());

    /// <summary>
    /// Returns the UTC time of a date and time in London. A time that the change to summer time skips counts as one hour later.
    /// </summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, London.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>
    /// Returns the start of that day in London. It is stored where the exact time could lead to an anonymous reporter.
    /// </summary>
    public static DateTimeOffset StartOfDay(DateTimeOffset time) => At(DateOf(time), TimeOnly.MinValue);

    /// <summary>Returns a time in London, such as "Mon 23 Nov 2026, 14:05".</summary>
    public static string Text(DateTimeOffset time) => $"{InLondon(time):ddd d MMM yyyy, HH:mm}";

    /// <summary>Returns a date for a narrow column of a table, such as "23 Nov 2026".</summary>
    public static string InTable(DateOnly date) => $"{date:d MMM yyyy}";

    /// <summary>Returns a date, such as "Mon 23 Nov 2026".</summary>
    public static string Text(DateOnly date) => $"{date:ddd d MMM yyyy}";

    /// <summary>
    /// Returns a deadline to follow the word "by". Midnight is written as "the end of Tue 24 Nov 2026", because people would
    /// read it as a day later.
    /// </summary>
    public static string Deadline(DateTimeOffset due) =>
        InLondon(due) is { Hour: 0, Minute: 0 } ? $"the end of {Text(DateOf(due).AddDays(-1))}" : Text(due);
}
