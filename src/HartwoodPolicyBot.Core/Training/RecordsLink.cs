namespace HartwoodPolicyBot.Core.Training;

/// <summary>A short-lived address under which a practice manager fetches the records as a file. Only the hash of its secret part is kept.</summary>
public sealed class RecordsLink
{
    public required string Hash { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ValidUntil { get; init; }
}
