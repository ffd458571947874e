using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Represents a message that must reach Teams, stored in the same transaction as what it tells of. It holds no card: the card is made
/// from the data at the time of sending.
/// </summary>
public sealed class PlannedDelivery
{
    public Guid Id { get; init; }

    /// <summary>The key that says what this message is. No second row with the same key is stored.</summary>
    public required string Key { get; init; }

    /// <summary>The delivery kind, which decides who makes the card.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// What the message is about. Deliveries about one subject to one place are sent in the order of <see cref="Step"/>.
    /// </summary>
    public Guid Subject { get; init; }

    public int Step { get; init; }

    /// <summary>The recipient: see <see cref="Delivery.Recipient"/>.</summary>
    public required string Place { get; init; }

    /// <summary>The oldest version of the subject that the message may show.</summary>
    public int Wanted { get; set; }

    /// <summary>The version that was sent last.</summary>
    public int Shown { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>The time of planning, in UTC like all times here.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The earliest time to send it.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>The time until which one instance owns the row. No other instance touches it before that.</summary>
    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>
    /// The id of the claim that holds the lease. A sender that was too slow finds a different id here and writes nothing.
    /// </summary>
    public Guid? Lease { get; set; }

    /// <summary>The number of failed attempts since the last success.</summary>
    public int Attempts { get; set; }

    /// <summary>The time of the first of these failures.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Why the last attempt failed, in a word.</summary>
    public string? Fault { get; set; }

    /// <summary>The service address of the message in Teams once it was sent; edits go there.</summary>
    public string? ServiceUrl { get; set; }

    public string? ConversationId { get; set; }

    public string? ActivityId { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>
    /// Says that times are kept as days, because the exact time of what the message tells of could lead to an anonymous
    /// reporter.
    /// </summary>
    public bool KeepsDayOnly { get; init; }
}

/// <summary>Says how far a delivery has come.</summary>
public enum DeliveryState
{
    /// <summary>It is to be sent or edited when it is due.</summary>
    Waiting = 1,

    /// <summary>The message shows the wanted version.</summary>
    Sent = 2,

    /// <summary>The address isn't known yet: no channel is set, or the person has no chat with the bot.</summary>
    Held = 3,

    /// <summary>It failed for too long or can't succeed. A practice manager can send it again.</summary>
    GivenUp = 4,

    /// <summary>Teams allows no posts there. Nothing else is sent there until this one arrives or something comes from there.</summary>
    Stopped = 5,

    /// <summary>There is no longer anything to tell.</summary>
    Dropped = 6,
}

/// <summary>Names the places that messages are delivered to. The address in Teams is looked up when a message is sent.</summary>
public static class Recipient
{
    /// <summary>The incidents channel. Stored deliveries carry the older word.</summary>
    public const string IncidentsChannel = "channel:alerts";

    /// <summary>The speak-up route, where reports about a practice manager go.</summary>
    public const string SpeakUp = "speak-up";

    internal const string PersonPrefix = "person:";

    public static string Person(PersonId person) => PersonPrefix + person.Value;

    /// <summary>Returns the id of the person; null when the place belongs to no person.</summary>
    public static PersonId? PersonIn(string place) =>
        place.StartsWith(PersonPrefix, StringComparison.Ordinal) ? PersonId.Of(place[PersonPrefix.Length..]) : null;
}
