using HartwoodPolicyBot.Benchmarks.Turns;

switch (args)
{
    case ["turns"]:
        return await TurnsBenchmark.RunAsync();
    case [BareEndpoint.Argument, var address]:
        await BareEndpoint.RunAsync(address);
        return 0;
    default:
        await Console.Error.WriteLineAsync("""
            What to measure?
              turns    whole turns, question in to card sent: speed, latency, memory, time to ready
            """);
        return 2;
}
