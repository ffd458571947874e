using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>
/// That somebody was asked to read a version of a policy, and when they said that they have read and understood it. Evidence
/// for an inspection, so a row is never changed once it is read.
/// </summary>
public sealed class SignOff
{
    public Guid Id { get; init; }

    /// <summary>The person's object id in Entra, in lower case.</summary>
    public required string PersonId { get; init; }

    /// <summary>As it was when they were asked.</summary>
    public required string PersonName { get; init; }

    public required string PolicySlug { get; init; }

    public required string PolicyTitle { get; init; }

    /// <summary>The stated version with the text's fingerprint: <see cref="PolicyDocument.VersionOnRecord"/>.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>UTC, as all times here.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>Null until they said so.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The day in London on which a message last told them of it; null until one has.</summary>
    public DateOnly? ToldOn { get; set; }
}

/// <summary>That a practice manager asked everybody to read a version of a policy: once a version.</summary>
public sealed class SignOffRound
{
    public Guid Id { get; init; }

    public required string PolicySlug { get; init; }

    public required string PolicyTitle { get; init; }

    public required string PolicyVersion { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>Entra id of the practice manager.</summary>
    public required string SentBy { get; init; }
}
