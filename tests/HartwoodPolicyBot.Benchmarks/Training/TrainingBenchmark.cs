using HartwoodPolicyBot.Benchmarks.Turns;

namespace HartwoodPolicyBot.Benchmarks.Training;

/// <summary>Lets 500 staff do the whole training at once: every record must be right, and nobody may wait long.</summary>
internal static class TrainingBenchmark
{
    private const int People = 500;
    private const int SlowestAnswer = 150;

    /// <returns>0; 1 when a target is not met.</returns>
    public static async Task<int> RunAsync()
    {
        var program = Path.Combine(Repository.Root, "src", "HartwoodPolicyBot", "bin", "Release", "net10.0", "HartwoodPolicyBot.dll");
        var thinking = await MeasureAsync("each thinking two seconds before a click, on average", TimeSpan.FromSeconds(2));
        var racing = await MeasureAsync("nobody thinking: 500 requests always under way", TimeSpan.Zero);
        List<string> faults =
        [
            .. thinking.Faults,
            .. racing.Faults,
            .. thinking.AnswerP99 > SlowestAnswer ? ["p99 of an answer"] : Array.Empty<string>(),
        ];
        faults.ForEach(fault => Console.WriteLine($"NOT MET: {fault}"));
        return faults.Count == 0 ? 0 : 1;

        async Task<LearningReport> MeasureAsync(string how, TimeSpan think)
        {
            var report = await LearningCrowd.RunAsync(program, Directory.CreateTempSubdirectory("hartwood-training-"), People, think);
            await Console.Out.WriteLineAsync(
                $"""
                {People} people at once, {how}
                  answer, p50 / p95 / p99 / max: {report.Answers} (bar: p99 at most {SlowestAnswer} ms)
                  other clicks:                  {report.Others}
                  records that are not what was done: {report.Faults.Count}; peak memory {report.PeakMemory / 1e6:F0} MB
                """
            );
            return report;
        }
    }
}
