namespace HartwoodPolicyBot.Core.Common;

/// <summary>Working days in England: Monday to Friday without bank holidays.</summary>
public static class WorkingDays
{
    /// <summary>
    /// Bank holidays in England and Wales, with the days that stand in for those on a weekend. Add a year when it is
    /// announced; <see cref="KnownUntil"/> follows.
    /// </summary>
    /// <remarks>Source: gov.uk/bank-holidays, England and Wales; the Banking and Financial Dealings Act 1971.</remarks>
    private static readonly HashSet<DateOnly> BankHolidays =
    [
        new(2026, 1, 1),
        new(2026, 4, 3),
        new(2026, 4, 6),
        new(2026, 5, 4),
        new(2026, 5, 25),
        new(2026, 8, 31),
        new(2026, 12, 25),
        new(2026, 12, 28),
        new(2027, 1, 1),
        new(2027, 3, 26),
        new(2027, 3, 29),
        new(2027, 5, 3),
        new(2027, 5, 31),
        new(2027, 8, 30),
        new(2027, 12, 27),
        new(2027, 12, 28),
        new(2028, 1, 3),
        new(2028, 4, 14),
        new(2028, 4, 17),
        new(2028, 5, 1),
        new(2028, 5, 29),
        new(2028, 8, 28),
        new(2028, 12, 25),
        new(2028, 12, 26),
    ];

    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>After this day only weekends are known; status says so in time.</summary>
    public static DateOnly KnownUntil { get; } = new(BankHolidays.Max().Year, 12, 31);

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Contains(day);

    /// <summary>The <paramref name="count"/>th working day after <paramref name="day"/>, which itself does not count.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>When something has waited for a working day. What came on a day off counts from the next working day's morning.</summary>
    public static DateTimeOffset OneAfter(DateTimeOffset came)
    {
        var local = PracticeTime.InLondon(came);
        var day = DateOnly.FromDateTime(local.DateTime);
        return IsWorkingDay(day)
            ? PracticeTime.At(After(day, 1), TimeOnly.FromDateTime(local.DateTime))
            : PracticeTime.At(After(day, 2), Morning);
    }
}
