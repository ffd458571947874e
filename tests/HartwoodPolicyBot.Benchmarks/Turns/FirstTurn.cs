namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Measures starts of a fresh process, up to the first question that is answered.</summary>
/// <param name="ToReady">From the start of the process until it says that it is ready.</param>
/// <param name="ToAnswer">From the start of the process until the first question is answered.</param>
internal sealed record FirstTurn(TimeSpan ToReady, TimeSpan ToAnswer)
{
    /// <summary>Starts a process, asks one question, and ends the process.</summary>
    /// <param name="start">Starts it.</param>
    /// <param name="connector">Takes the answer.</param>
    /// <param name="questions">The questions, of which it is asked the first.</param>
    /// <param name="endsQuiet">Whether it may finish what it does by itself after a start, such as to keep what it has learned.</param>
    public static async Task<FirstTurn> MeasureAsync(
        Task<MeasuredProcess> start,
        FakeConnector connector,
        IReadOnlyList<string> questions,
        bool endsQuiet
    )
    {
        using var subject = new Subject(await start, connector, questions);
        var ready = subject.Process.TimeToReady;
        await subject.RunAsync(1);
        var first = new FirstTurn(ready, subject.Process.Age);
        if (endsQuiet)
        {
            await subject.Process.UntilQuietAsync();
        }

        return first;
    }
}
