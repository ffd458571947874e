using HartwoodPolicyBot.Core.Monitoring;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>A period says which days a report covers.</summary>
public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-01.2026-11-30", "2026-10-01.2026-12-31", "2026-04-01.2027-03-31")]
    [InlineData("2027-03-31", "2027-03-01.2027-03-31", "2027-01-01.2027-03-31", "2026-04-01.2027-03-31")]
    [InlineData("2027-04-01", "2027-04-01.2027-04-30", "2027-04-01.2027-06-30", "2027-04-01.2028-03-31")]
    [InlineData("2028-02-29", "2028-02-01.2028-02-29", "2028-01-01.2028-03-31", "2027-04-01.2028-03-31")]
    public void A_day_is_in_its_month_quarter_and_NHS_year(string day, string month, string quarter, string year)
    {
        var on = ReportPeriod.ReadDay(day)!.Value;

        Assert.Equal(
            [month, quarter, year],
            [ReportPeriod.MonthOf(on).Code, ReportPeriod.QuarterOf(on).Code, ReportPeriod.NhsYearOf(on).Code]
        );
        Assert.Equal(ReportPeriod.MonthOf(on), ReportPeriod.Read(month));
    }

    [Fact]
    public void A_day_in_summer_begins_and_ends_by_Londons_clock()
    {
        var summer = new ReportPeriod(new(2026, 10, 25), new(2026, 10, 25));

        Assert.Equal(new DateTimeOffset(2026, 10, 24, 23, 0, 0, TimeSpan.Zero), summer.Begins);
        Assert.Equal(TimeSpan.FromHours(25), summer.Ends - summer.Begins);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-23")]
    [InlineData("2026-11-23.2026-11-22")]
    [InlineData("2026-13-01.2026-13-02")]
    [InlineData("2026-11-01.2026-11-30.2026-12-01")]
    [InlineData("x.y")]
    public void A_text_that_is_not_a_period_is_not_read_as_one(string? code) => Assert.Null(ReportPeriod.Read(code));
}
