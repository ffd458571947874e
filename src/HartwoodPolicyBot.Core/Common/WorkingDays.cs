using PublicHoliday;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>Calculates working days in England: Monday to Friday without bank holidays and their substitute days.</summary>
public static class WorkingDays
{
    private static readonly UKBankHoliday England = new(UKBankHoliday.UkCountries.England);

    private static readonly TimeOnly Morning = new(9, 0);

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !England.IsBankHoliday(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>Returns this day if it is a working day, otherwise the next working day.</summary>
    public static DateOnly OnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : OnOrAfter(day.AddDays(1));

    /// <summary>Returns this day if it is a working day, otherwise the last working day before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day) => IsWorkingDay(day) ? day : OnOrBefore(day.AddDays(-1));

    /// <summary>
    /// Returns the <paramref name="count"/>th working day after <paramref name="day"/>, not counting <paramref name="day"/>.
    /// </summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>
    /// Returns the time one working day later. Anything that arrives on a day off counts from the next working day's morning.
    /// </summary>
    public static DateTimeOffset OneAfter(DateTimeOffset came)
    {
        var local = PracticeTime.InLondon(came);
        var day = DateOnly.FromDateTime(local.DateTime);
        return IsWorkingDay(day)
            ? PracticeTime.At(After(day, 1), TimeOnly.FromDateTime(local.DateTime))
            : PracticeTime.At(After(day, 2), Morning);
    }
}
