namespace HartwoodPolicyBot.Core.Search;

/// <summary>Says with how many processors the search learns, and when nobody needs what it learns any more.</summary>
/// <param name="Processors">How many processors it may use.</param>
/// <param name="Stopped">Stops it, for example because another version of a policy was published meanwhile.</param>
public sealed record LearningRun(int Processors, CancellationToken Stopped)
{
    /// <summary>For a start, where everybody waits for it.</summary>
    public static LearningRun Alone { get; } = new(Environment.ProcessorCount, CancellationToken.None);

    /// <summary>Leaves the other processors, and the threads of the pool, to the questions that are answered at the same time.</summary>
    public static LearningRun BesideQuestions(CancellationToken stopped) => new(1, stopped);

    /// <summary>
    /// Begins a part that the next steps do not need: at once, or beside what follows where there are processors for both.
    /// </summary>
    internal Task<T> Begin<T>(Func<T> part) => Processors == 1 ? Task.FromResult(part()) : Task.Run(part);
}
