using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>
/// Records that somebody was asked to read a version of a policy, and when they confirmed that they have read and
/// understood it. It is evidence for an inspection, so a confirmed row is never changed.
/// </summary>
public sealed class SignOff
{
    public Guid Id { get; init; }

    /// <summary>The person's object id in Entra, in lower case.</summary>
    public required string PersonId { get; init; }

    /// <summary>The person's name when they were asked.</summary>
    public required string PersonName { get; init; }

    public required string PolicySlug { get; init; }

    public required string PolicyTitle { get; init; }

    /// <summary>The stated version with the text's fingerprint, as in <see cref="PolicyDocument.VersionOnRecord"/>.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The time of asking, in UTC like all times here.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The time of the confirmation; null until then.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The day in London of the last message that told them; null until there was one.</summary>
    public DateOnly? ToldOn { get; set; }
}

/// <summary>Records that a practice manager asked everybody to read a version of a policy, which happens once for each version.</summary>
public sealed class SignOffRound
{
    public Guid Id { get; init; }

    public required string PolicySlug { get; init; }

    public required string PolicyTitle { get; init; }

    public required string PolicyVersion { get; init; }

    /// <summary>The time when the round started, in UTC.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>The Entra id of the practice manager.</summary>
    public required string SentBy { get; init; }
}
