using System.Globalization;

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

    /// <summary>Returns the Monday of that day's week; a Monday is its own.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>Returns a time in London, such as "23 November 2026 at 2:05pm".</summary>
    public static string Text(DateTimeOffset time) => Text(InLondon(time).DateTime);

    /// <summary>Returns a time that is in London already.</summary>
    public static string Text(DateTime local) => $"{Text(DateOnly.FromDateTime(local))} at {Text(TimeOnly.FromDateTime(local))}";

    /// <summary>Returns a date for a narrow column of a table, such as "23 Nov 2026".</summary>
    public static string InTable(DateOnly date) => $"{date:d MMM yyyy}";

    /// <summary>Returns a date, such as "23 November 2026".</summary>
    public static string Text(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>
    /// Returns a deadline to follow the word "by". Midnight is written as "the end of 24 November 2026", because people would
    /// read it as a day later.
    /// </summary>
    public static string Deadline(DateTimeOffset due) =>
        InLondon(due) is { Hour: 0, Minute: 0 } ? $"the end of {Text(DateOf(due).AddDays(-1))}" : Text(due);

    /// <summary>Returns "4:30pm", "9am", "midday" or "midnight".</summary>
    /// <remarks>Source: NHS digital service manual, "Formatting and punctuation", dates and times.</remarks>
    private static string Text(TimeOnly time) =>
        time switch
        {
            { Hour: 0, Minute: 0 } => "midnight",
            { Hour: 12, Minute: 0 } => "midday",
            { Minute: 0 } => time.ToString("htt", CultureInfo.InvariantCulture).ToLowerInvariant(),
            _ => time.ToString("h:mmtt", CultureInfo.InvariantCulture).ToLowerInvariant(),
        };
}
