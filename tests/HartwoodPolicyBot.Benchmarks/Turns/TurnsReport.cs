using System.Runtime.InteropServices;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Holds the measurements as a Markdown table, with the target for each number.</summary>
internal sealed record TurnsReport(MeasuredRounds Rounds, MeasuredStarts Starts, (long Bot, long Bare) PeakMemory, double IdlePercent)
{
    private const double LeastTurns = 0.55;
    private const double MostProcessorTime = 2.3;
    private const double MostTimeToAnswer = 2.5;
    private const double MostMemory = 1.6;
    private const double MostIdle = 0.2;
    private const double MostP99 = 60;
    private const double Mebibyte = 1024.0 * 1024.0;

    public void Write(TextWriter to, IReadOnlyList<string> faults)
    {
        var (bare, bot) = (Rounds.Bare, Rounds.Bot);
        var turns = TurnsPerSecond(bot) / TurnsPerSecond(bare);
        var processorTime = ProcessorTime(bot) / ProcessorTime(bare);
        var answered = (Bot: ToFirstAnswer(Starts.Bot.Skip(1)), Bare: ToFirstAnswer(Starts.Bare));
        var memory = (double)PeakMemory.Bot / PeakMemory.Bare;
        var p99 = Percentile(ToAnswer(bot), 0.99);
        var gigabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        var ready = Percentile(Starts.Bot.Skip(1).Select(start => start.ToReady.TotalSeconds), 0.5);
        var asked = bot.Sum(round => round.Turns.Count);

        to.WriteLine(
            $"""
            Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}: {Environment.ProcessorCount} cores shared by load,
            fake Teams and server, {gigabytes:F0} GB, {RuntimeInformation.OSDescription},
            {RuntimeInformation.FrameworkDescription}, Release. {Subject.AtOnce} questions at once, each from another person;
            {bot.Count} rounds of each, in turn; {asked} questions to the bot. The ratios are of medians.

            | | bot | bare endpoint | bot : bare | bar |
            |---|---|---|---|---|
            | turns a second | {TurnsPerSecond(bot):F0} | {TurnsPerSecond(bare):F0} | {turns:F2} | {Bar(
                turns >= LeastTurns,
                $"at least {LeastTurns}"
            )} |
            | processor time a turn | {ProcessorTime(bot):F3} ms | {ProcessorTime(bare):F3} ms | {processorTime:F1} | {Bar(
                processorTime <= MostProcessorTime,
                $"at most {MostProcessorTime}"
            )} |
            | start to first answered turn | {answered.Bot:F2} s | {answered.Bare:F2} s | {answered.Bot / answered.Bare:F1} | {Bar(
                answered.Bot <= MostTimeToAnswer * answered.Bare,
                $"at most {MostTimeToAnswer}"
            )} |
            | peak memory under that load | {PeakMemory.Bot / Mebibyte:F0} MiB | {PeakMemory.Bare / Mebibyte:F0} MiB | {memory:F1} | {Bar(
                memory <= MostMemory,
                $"at most {MostMemory}"
            )} |
            | idle, share of a core | {IdlePercent:F2} % | | | {Bar(IdlePercent <= MostIdle, $"at most {MostIdle} %")} |
            | request answered, p50 / p95 / p99 / max | {Spread(ToAnswer(bot))} | {Spread(ToAnswer(bare))} | | {Bar(
                p99 <= MostP99,
                $"p99 at most {MostP99} ms"
            )} |
            | reply at Teams, p50 / p95 / p99 / max | {Spread(ToMessage(bot))} | {Spread(ToMessage(bare))} | | |
            | start to ready | {ready:F2} s | | | |
            | start to first answered turn, new database | {Starts.Bot[0].ToAnswer.TotalSeconds:F2} s | | | |
            | lost, doubled or not logged | {(faults.Count == 0 ? "none" : string.Join("; ", faults))} | | | {Bar(
                faults.Count == 0,
                "none"
            )} |
            """
        );
    }

    private static double ToFirstAnswer(IEnumerable<FirstTurn> starts) =>
        Percentile(starts.Select(start => start.ToAnswer.TotalSeconds), 0.5);

    private static string Bar(bool isMet, string bar) => $"{bar}: {(isMet ? "met" : "**not met**")}";

    private static double TurnsPerSecond(IEnumerable<Round> rounds) => Percentile(rounds.Select(round => round.TurnsPerSecond), 0.5);

    private static double ProcessorTime(IEnumerable<Round> rounds) =>
        Percentile(rounds.Select(round => round.ProcessorTime.TotalMilliseconds / round.Turns.Count), 0.5);

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
