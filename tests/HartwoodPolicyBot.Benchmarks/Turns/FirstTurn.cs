namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Measures starts of a fresh process, up to the first question that is answered.</summary>
/// <param name="ToReady">From the start of the process until it says that it is ready.</param>
/// <param name="ToAnswer">From the start of the process until the first question is answered.</param>
internal sealed record FirstTurn(TimeSpan ToReady, TimeSpan ToAnswer)
{
    /// <summary>Starts a process, asks one question, and ends the process.</summary>
    public static async Task<FirstTurn> MeasureAsync(Task<MeasuredProcess> start, FakeConnector connector, IReadOnlyList<string> questions)
    {
        using var subject = new Subject(await start, connector, questions);
        var ready = subject.Process.TimeToReady;
        await subject.RunAsync(1);
        return new(ready, subject.Process.Age);
    }
}
