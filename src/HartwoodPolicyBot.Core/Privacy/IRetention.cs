namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>Deletes what a feature has kept for long enough. The periods are in <see cref="PrivacyOptions"/>.</summary>
public interface IRetention
{
    /// <summary>Deletes in small parts, so that nobody waits for long, and says how many of each kind went.</summary>
    Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <param name="What">The kind, for the log: "questions".</param>
/// <param name="Count">How many rows.</param>
public sealed record Deleted(string What, int Count);
