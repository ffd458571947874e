namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>Deletes what a feature has kept beyond its retention period. The periods are in <see cref="PrivacyOptions"/>.</summary>
public interface IRetention
{
    /// <summary>Deletes in small batches, so that nobody waits long, and returns how many records of each kind were deleted.</summary>
    Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Counts the deleted records of one kind.</summary>
/// <param name="What">The kind, for the log, such as "questions".</param>
/// <param name="Count">How many rows were deleted.</param>
public sealed record Deleted(string What, int Count);
