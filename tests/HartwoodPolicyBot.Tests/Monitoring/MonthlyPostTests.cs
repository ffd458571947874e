using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using static HartwoodPolicyBot.Tests.Monitoring.MonitoringTestHost;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>The report is posted in the channel once a month, however often and by whichever instance it is looked for.</summary>
public sealed class MonthlyPostTests
{
    public static TheoryData<StorageProvider> Providers => MonitoringTestHost.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Two_instances_post_the_monthly_report_once_on_the_first_working_morning(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        await host.QuestionAsync(At(11, 20));
        var (one, two) = (host.Poster(), host.Poster());
        var planned = new List<string>();

        for (var hour = 0; hour < 24 * 420; hour++)
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            var now = host.Time.GetUtcNow();
            var isNew = await Task.WhenAll(one.PlanDueAsync(default), two.PlanDueAsync(default));
            Assert.InRange(isNew.Count(won => won), 0, 1);
            if (isNew.Contains(true))
            {
                planned.Add($"{PracticeTime.InLondon(now):yyyy-MM-dd HH}");
            }
        }

        // Bank holidays and weekends are not working days.
        Assert.Equal(
            [
                "2026-12-01 09",
                "2027-01-04 09",
                "2027-02-01 09",
                "2027-03-01 09",
                "2027-04-01 09",
                "2027-05-04 09",
                "2027-06-01 09",
                "2027-07-01 09",
                "2027-08-02 09",
                "2027-09-01 09",
                "2027-10-01 09",
                "2027-11-01 09",
                "2027-12-01 09",
                "2028-01-04 09",
            ],
            planned
        );
        await using var database = host.Database.Open();
        Assert.Equal(
            planned.Count,
            await database.Deliveries.CountAsync(row =>
                row.Kind == MonthlyPost.Kind && row.Place == Core.Delivery.Recipient.IncidentsChannel
            )
        );
    }

    [Fact]
    public async Task The_monthly_report_is_posted_after_a_pause_of_days_but_not_of_weeks()
    {
        await using var host = await CreateAsync();
        await host.QuestionAsync(At(11, 20));
        var poster = host.Poster();

        host.Time.Advance(At(12, 4, 10) - host.Time.GetUtcNow());
        Assert.True(await poster.PlanDueAsync(default));
        Assert.False(await poster.PlanDueAsync(default));
        host.Time.Advance(At(1, 20, 10, 2027) - host.Time.GetUtcNow());
        Assert.False(await poster.PlanDueAsync(default));
    }

    [Fact]
    public async Task A_bot_without_any_record_of_the_month_posts_no_report()
    {
        await using var host = await CreateAsync();
        var poster = host.Poster();
        host.Time.Advance(At(12, 1, 10) - host.Time.GetUtcNow());
        await host.QuestionAsync(At(12, 1, 9));

        Assert.False(await poster.PlanDueAsync(default));
    }

    [Fact]
    public void The_month_is_read_from_the_key() => Assert.Equal(November, MonthlyPost.PeriodIn("monitoring-report:2026-11"));
}
