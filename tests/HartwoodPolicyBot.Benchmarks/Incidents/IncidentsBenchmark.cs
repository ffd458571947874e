using HartwoodPolicyBot.Benchmarks.Turns;

namespace HartwoodPolicyBot.Benchmarks.Incidents;

/// <summary>
/// Sends many reports at once, also while the process is killed: no report may be lost or posted twice. Takes a quarter of an hour
/// because of the rate limits of Teams.
/// </summary>
internal static class IncidentsBenchmark
{
    private const int SlowestSubmit = 200;

    private static readonly string Program = Path.Combine(
        Repository.Root,
        "src",
        "HartwoodPolicyBot",
        "bin",
        "Release",
        "net10.0",
        "HartwoodPolicyBot.dll"
    );

    private static DirectoryInfo Folder() => Directory.CreateTempSubdirectory("hartwood-incidents-");

    /// <summary>Measures how long a submit takes, without the wait for the channel.</summary>
    public static async Task<int> RunSubmitsAsync()
    {
        await WriteAsync(await ReportingCrowd.LoadAsync(Program, Folder(), people: 50, each: 20, TimeSpan.Zero));
        return 0;
    }

    /// <returns>0; 1 when a target is not met.</returns>
    public static async Task<int> RunAsync()
    {
        var load = await ReportingCrowd.LoadAsync(Program, Folder(), people: 50, each: 20, TimeSpan.FromMinutes(15));
        await WriteAsync(load);
        var killed = await ReportingCrowd.KillAsync(
            Program,
            Folder(),
            reports: 500,
            kills: 20,
            seed: 4,
            TimeSpan.FromSeconds(90),
            TimeSpan.FromMinutes(15)
        );
        await Console.Out.WriteLineAsync(
            $"{killed.Sent} reports, killed {killed.Kills} times: receipted {killed.Receipts.Count}, missing "
                + $"{killed.Missing}, posted twice {killed.Doubled} (bar: at most one a kill)"
        );
        List<string> faults =
        [
            .. load.Faults(),
            .. killed.Faults(),
            .. load.Milliseconds(0.99) > SlowestSubmit ? ["p99 of a submit"] : Array.Empty<string>(),
        ];
        faults.ForEach(fault => Console.WriteLine($"NOT MET: {fault}"));
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task WriteAsync(CrowdReport load)
    {
        await Console.Out.WriteLineAsync(
            $"""
            {load.Sent} reports from 50 people at once
              submit answered, p50 / p95 / p99 / max: {load.Milliseconds(0.5):F0} / {load.Milliseconds(0.95):F0} / {load.Milliseconds(
                0.99
            ):F0} / {load.Milliseconds(1):F0} ms (bar: p99 at most {SlowestSubmit})
              the first of each person, to a process that just started: slowest {load.Cold[^1].TotalMilliseconds:F0} ms
              receipted {load.Receipts.Count}, in the channel {load.Posts.Count}, twice {load.Doubled},
              over Teams' limit {load.OverLimit}; peak memory {load.PeakMemory
                / 1e6:F0} MB
            """
        );
    }
}
