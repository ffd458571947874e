using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// A file that somebody may fetch once, for a short time. It says which file; the file itself is made when it is fetched,
/// from how things stand then.
/// </summary>
public sealed class FileOffer
{
    public Guid Id { get; init; }

    /// <summary>Which feature's file.</summary>
    public required string Kind { get; init; }

    /// <summary>Which of them: days and ids, never what people wrote.</summary>
    public string? Arguments { get; init; }

    /// <summary>The Entra id of whom it was offered to, in lower case. Their right to it is asked again when it is fetched.</summary>
    public required string PersonId { get; init; }

    /// <summary>UTC, as all times here.</summary>
    public DateTimeOffset OfferedAt { get; init; }

    public DateTimeOffset ValidUntil { get; init; }

    /// <summary>Of the secret in its address; null where it goes to OneDrive and has none.</summary>
    public string? Hash { get; init; }

    /// <summary>When it was fetched, or somebody began to.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>What a fetch now would find.</summary>
    public FileOfferState StateAt(DateTimeOffset now) =>
        UsedAt is not null ? FileOfferState.Used
        : ValidUntil < now ? FileOfferState.Expired
        : FileOfferState.Ready;
}

public enum FileOfferState
{
    Ready = 1,
    Used = 2,
    Expired = 3,
}

/// <summary>Which file is to be offered.</summary>
/// <param name="Kind">The feature's file.</param>
/// <param name="Arguments">Which of them; no text that people wrote.</param>
/// <param name="Audited">What a practice manager's offer is in the audit; null for a person's own file.</param>
public sealed record OfferedFile(string Kind, string? Arguments, AuditedAction? Audited = null);
