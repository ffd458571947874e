using PublicHoliday;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Working days in England: Monday to Friday without bank holidays, and without the days that stand in for those on a
/// weekend.
/// </summary>
public static class WorkingDays
{
    private static readonly UKBankHoliday England = new(UKBankHoliday.UkCountries.England);

    private static readonly TimeOnly Morning = new(9, 0);

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !England.IsBankHoliday(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>This day if it is a working day, or else the next one that is.</summary>
    public static DateOnly OnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : OnOrAfter(day.AddDays(1));

    /// <summary>This day if it is a working day, or else the last one that was.</summary>
    public static DateOnly OnOrBefore(DateOnly day) => IsWorkingDay(day) ? day : OnOrBefore(day.AddDays(-1));

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
