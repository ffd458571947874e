using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Tests.Common;

/// <summary>Working days leave out weekends and England's bank holidays.</summary>
public sealed class WorkingDaysTests
{
    /// <summary>The list includes the days that replace a bank holiday on a weekend.</summary>
    /// <remarks>Source: gov.uk/bank-holidays, England and Wales; the Banking and Financial Dealings Act 1971.</remarks>
    [Theory]
    [InlineData(2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec")]
    [InlineData(2027, "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec")]
    [InlineData(2028, "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec")]
    [InlineData(2033, "3 Jan, 15 Apr, 18 Apr, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec")]
    public void Nobody_works_on_a_bank_holiday(int year, string holidays)
    {
        var weekdaysOff = Enumerable
            .Range(0, 366)
            .Select(day => new DateOnly(year, 1, 1).AddDays(day))
            .Where(day => day.Year == year && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Where(day => !WorkingDays.IsWorkingDay(day));

        Assert.Equal(holidays, string.Join(", ", weekdaysOff.Select(day => $"{day:d MMM}")));
    }

    [Fact]
    public void The_nearest_working_days_around_a_holiday_are_found()
    {
        var easter = new DateOnly(2026, 4, 5);

        Assert.Equal(new(2026, 4, 7), WorkingDays.OnOrAfter(easter));
        Assert.Equal(new(2026, 4, 2), WorkingDays.OnOrBefore(easter));
        Assert.Equal(new(2026, 4, 7), WorkingDays.OnOrAfter(new(2026, 4, 7)));
    }
}
