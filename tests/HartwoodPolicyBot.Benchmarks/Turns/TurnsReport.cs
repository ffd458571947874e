using System.Runtime.InteropServices;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Holds the measurements as a Markdown table, with the target for each number.</summary>
internal sealed record TurnsReport(
    IReadOnlyList<Round> Bare,
    IReadOnlyList<Round> Bot,
    TimeSpan FirstStart,
    IReadOnlyList<TimeSpan> LaterStarts
)
{
    private const double LeastRatio = 0.6;
    private const double MostP99 = 60;
    private const double MostMegabytes = 150;
    private const double MostSeconds = 1.5;

    public void Write(TextWriter to, long peakMemory, IReadOnlyList<string> faults)
    {
        var ratio = TurnsPerSecond(Bot) / TurnsPerSecond(Bare);
        var p99 = Percentile(ToAnswer(Bot), 0.99);
        var gigabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        var megabytes = peakMemory / 1024.0 / 1024.0;
        var ready = Percentile(LaterStarts.Select(start => start.TotalSeconds), 0.5);
        var asked = Bot.Sum(round => round.Turns.Count);

        to.WriteLine(
            $"""
            Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}: {Environment.ProcessorCount} cores shared by load,
            fake Teams and server, {gigabytes:F0} GB, {RuntimeInformation.OSDescription},
            {RuntimeInformation.FrameworkDescription}, Release. {Subject.AtOnce} questions at once, each from another person;
            {Bot.Count} rounds of each, in turn; {asked} questions to the bot.

            | | bot | bare endpoint | bar |
            |---|---|---|---|
            | turns a second, median of rounds | {TurnsPerSecond(Bot):F0} | {TurnsPerSecond(Bare):F0} | |
            | bot : bare | {ratio:F2} | 1 | {Bar(ratio >= LeastRatio, $"at least {LeastRatio}")} |
            | request answered, p50 / p95 / p99 / max | {Spread(ToAnswer(Bot))} | {Spread(ToAnswer(Bare))} | {Bar(
                p99 <= MostP99,
                $"p99 at most {MostP99} ms"
            )} |
            | reply at Teams, p50 / p95 / p99 / max | {Spread(ToMessage(Bot))} | {Spread(ToMessage(Bare))} | |
            | processor time a turn | {ProcessorTime(Bot):F2} ms | {ProcessorTime(Bare):F2} ms | |
            | peak memory | {megabytes:F0} MB | | {Bar(megabytes <= MostMegabytes, $"at most {MostMegabytes} MB")} |
            | start to ready, median of {LaterStarts.Count} | {ready:F2} s | | {Bar(ready <= MostSeconds, $"at most {MostSeconds} s")} |
            | start to ready, new database | {FirstStart.TotalSeconds:F2} s | | |
            | lost, doubled or not logged | {(faults.Count == 0 ? "none" : string.Join("; ", faults))} | | {Bar(
                faults.Count == 0,
                "none"
            )} |
            """
        );
    }

    private static string Bar(bool isMet, string bar) => $"{bar}: {(isMet ? "met" : "**not met**")}";

    private static double TurnsPerSecond(IEnumerable<Round> rounds) => Percentile(rounds.Select(round => round.TurnsPerSecond), 0.5);

    private static double ProcessorTime(IReadOnlyList<Round> rounds) =>
        rounds.Sum(round => round.ProcessorTime.TotalMilliseconds) / rounds.Sum(round => round.Turns.Count);

    private static IEnumerable<double> ToAnswer(IEnumerable<Round> rounds) =>
        rounds.SelectMany(round => round.Turns).Select(turn => turn.ToAnswer);

    private static IEnumerable<double> ToMessage(IEnumerable<Round> rounds) =>
        rounds.SelectMany(round => round.Turns).Select(turn => turn.ToMessage);

    private static string Spread(IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return $"{Percentile(sorted, 0.5):F1} / {Percentile(sorted, 0.95):F1} / {Percentile(sorted, 0.99):F1} / {sorted[^1]:F1} ms";
    }

    /// <summary>Returns the value that this share of all values does not exceed.</summary>
    private static double Percentile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
