using HartwoodPolicyBot.Benchmarks.Incidents;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Runs a short form of the benchmark on the bot as a separate process.</summary>
public sealed class CrowdTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "HartwoodPolicyBot.dll");

    [Fact]
    public async Task Reports_from_50_people_at_once_each_arrive_once_within_the_limits_of_Teams()
    {
        var report = await ReportingCrowd.LoadAsync(Program, Folder(), people: 50, each: 1, TimeSpan.FromMinutes(2));

        Assert.Empty(report.Faults());
        Assert.Equal(50, report.Posts.Count);
    }

    [Fact]
    public async Task A_killed_process_loses_no_receipted_report_and_posts_at_most_one_report_twice()
    {
        var report = await ReportingCrowd.KillAsync(
            Program,
            Folder(),
            reports: 40,
            kills: 3,
            seed: 1,
            TimeSpan.FromSeconds(15),
            TimeSpan.FromMinutes(2)
        );

        Assert.Empty(report.Faults());
        Assert.Equal(40, report.Posts.Count);
    }

    private static DirectoryInfo Folder() => LearnedFiles.NewFolder(ReportingCrowd.Database);
}
