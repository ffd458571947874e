using HartwoodPolicyBot.Benchmarks.Incidents;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>The short form of what the benchmark program measures at length, on the bot as a process of its own.</summary>
public sealed class CrowdTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "HartwoodPolicyBot.dll");

    [Fact]
    public async Task Reports_from_fifty_people_at_once_all_arrive_once_under_Teams_limits()
    {
        var report = await ReportingCrowd.LoadAsync(Program, people: 50, each: 1, TimeSpan.FromMinutes(2));

        Assert.Empty(report.Faults());
        Assert.Equal(50, report.Posts.Count);
    }

    [Fact]
    public async Task A_process_that_is_killed_loses_no_receipted_report_and_posts_at_most_one_twice_a_kill()
    {
        var report = await ReportingCrowd.KillAsync(
            Program,
            reports: 40,
            kills: 3,
            seed: 1,
            TimeSpan.FromSeconds(15),
            TimeSpan.FromMinutes(2)
        );

        Assert.Empty(report.Faults());
        Assert.Equal(40, report.Posts.Count);
    }
}
