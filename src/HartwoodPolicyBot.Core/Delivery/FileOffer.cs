using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Represents an offer of a file that one person can download once, within a short time. It only says which file: the file is made at
/// the download, from the data at that time.
/// </summary>
public sealed class FileOffer
{
    public Guid Id { get; init; }

    /// <summary>The kind of file, which belongs to one feature.</summary>
    public required string Kind { get; init; }

    /// <summary>Which file of that kind: days and ids, never text that people wrote.</summary>
    public string? Arguments { get; init; }

    /// <summary>
    /// The Entra id of the person who was offered the file, in lower case. Their right to it is checked again at the download.
    /// </summary>
    public required string PersonId { get; init; }

    /// <summary>The time of the offer, in UTC like all times here.</summary>
    public DateTimeOffset OfferedAt { get; init; }

    public DateTimeOffset ValidUntil { get; init; }

    /// <summary>The hash of the secret in the link; null when the file is sent through OneDrive, without a link.</summary>
    public string? Hash { get; init; }

    /// <summary>The time when a download started; null until then.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Returns the state of the offer at this time.</summary>
    public FileOfferState StateAt(DateTimeOffset now) =>
        UsedAt is not null ? FileOfferState.Used
        : ValidUntil < now ? FileOfferState.Expired
        : FileOfferState.Ready;
}

/// <summary>Says whether a file that was offered can be downloaded.</summary>
public enum FileOfferState
{
    Ready = 1,
    Used = 2,
    Expired = 3,
}

/// <summary>Describes the file to offer.</summary>
/// <param name="Kind">The kind of file, which belongs to one feature.</param>
/// <param name="Arguments">Which file of that kind; never text that people wrote.</param>
/// <param name="Audited">The audited action of a practice manager who asks for the file; null for a person's own file.</param>
public sealed record OfferedFile(string Kind, string? Arguments, AuditedAction? Audited = null)
{
    /// <summary>How long a link to it works; null for the usual time.</summary>
    public TimeSpan? Lifetime { get; init; }
}
