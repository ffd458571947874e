using HartwoodPolicyBot.Benchmarks.Quality;
using HartwoodPolicyBot.Benchmarks.Turns;

switch (args)
{
    case ["questions"]:
        QualityBenchmark.Run();
        return 0;
    case ["turns"]:
        return await TurnsBenchmark.RunAsync();
    case [BareEndpoint.Argument, var address]:
        await BareEndpoint.RunAsync(address);
        return 0;
    default:
        await Console.Error.WriteLineAsync("""
            What to measure?
              questions  how well questions are understood, and how fast
              turns      whole turns, question in to card sent: speed, latency, memory, time to ready
            """);
        return 2;
}
