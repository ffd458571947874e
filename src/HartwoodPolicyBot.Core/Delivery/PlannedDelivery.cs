using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Something that must reach Teams, written in the transaction of what it tells of. It holds no card: the card is made from
/// the state at the time of sending.
/// </summary>
public sealed class PlannedDelivery
{
    /// <summary>A kind that starts with this is not told to practice managers.</summary>
    public const string PrivatePrefix = "speak-up-";

    public Guid Id { get; init; }

    /// <summary>Says what this is, once: a second row with the same key is not written.</summary>
    public required string Key { get; init; }

    /// <summary>Which renderer makes the card.</summary>
    public required string Kind { get; init; }

    /// <summary>What it tells of; deliveries of one subject to one place go out in the order of <see cref="Step"/>.</summary>
    public Guid Subject { get; init; }

    public int Step { get; init; }

    /// <summary>To whom: see <see cref="Delivery.Recipient"/>.</summary>
    public required string Place { get; init; }

    /// <summary>The version of the subject that must be seen at least.</summary>
    public int Wanted { get; set; }

    /// <summary>The version that was sent last.</summary>
    public int Shown { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>UTC, as all times here.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Until then one instance is at it; nobody else touches it.</summary>
    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>Which claim holds the lease. A sender that was too slow finds another one's here, and writes nothing.</summary>
    public Guid? Lease { get; set; }

    /// <summary>Failed attempts since it last went through.</summary>
    public int Attempts { get; set; }

    /// <summary>When the first of these failed.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Why the last attempt failed, in a word.</summary>
    public string? Fault { get; set; }

    /// <summary>Where the message stands in Teams, once it was sent; edits go there.</summary>
    public string? ServiceUrl { get; set; }

    public string? ConversationId { get; set; }

    public string? ActivityId { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}

/// <summary>How far a delivery has come.</summary>
public enum DeliveryState
{
    /// <summary>To be sent, or edited, when it is due.</summary>
    Waiting = 1,

    /// <summary>What is wanted is shown.</summary>
    Sent = 2,

    /// <summary>Nobody knows yet where to: no channel is set, or the person has no chat with the bot.</summary>
    Held = 3,

    /// <summary>Failed for too long, or for good; can be sent again by hand.</summary>
    GivenUp = 4,

    /// <summary>The recipient blocked or removed the bot: nothing more goes there until they write again.</summary>
    Stopped = 5,

    /// <summary>There is nothing to tell any more.</summary>
    Dropped = 6,
}

/// <summary>The names of places to which something is delivered. Where that is in Teams is found when it is sent.</summary>
public static class Recipient
{
    public const int Longest = 100;

    /// <summary>The channel for incident alerts.</summary>
    public const string Alerts = "channel:alerts";

    /// <summary>Where reports about the practice manager go.</summary>
    public const string SpeakUp = "speak-up";

    internal const string PersonPrefix = "person:";

    public static string Person(PersonId person) => PersonPrefix + person.Value;

    /// <summary>The person's id, or null when the place is none of a person.</summary>
    public static PersonId? PersonIn(string place) =>
        place.StartsWith(PersonPrefix, StringComparison.Ordinal) ? PersonId.Of(place[PersonPrefix.Length..]) : null;
}
