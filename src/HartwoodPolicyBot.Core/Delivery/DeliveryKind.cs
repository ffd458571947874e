namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Represents a kind of message that the bot sends first, as the outbox stores it and as people read it. Each feature has its own.
/// </summary>
/// <param name="Code">Is stored, and never changes.</param>
/// <param name="Words">What a message of this kind is about, for the person who got it.</param>
/// <param name="IsKeptFromManagers">
/// True if practice managers must not know that there is such a message. <see cref="DeliverySecrecy"/> then leaves it out of all
/// that they see.
/// </param>
public sealed record DeliveryKind(string Code, string Words, bool IsKeptFromManagers = false)
{
    /// <summary>
    /// What practice managers are told when a message of this kind can't be delivered, besides that they can send it again. It names
    /// nobody. Null if there is nothing else to do.
    /// </summary>
    public string? IfNotDelivered { get; init; }
}

/// <summary>Represents a kind of file that the bot offers, as an offer stores it and as people read it.</summary>
/// <param name="Code">Is stored, and never changes.</param>
/// <param name="Words">What the file is, for the person who was offered it.</param>
public sealed record FileKind(string Code, string Words);
