namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Makes the card of a delivery from the state of this moment, and brings it to Teams. Core knows no Teams: the bot
/// implements this.
/// </summary>
public interface IDeliverySender
{
    Task<DeliveryOutcome> SendAsync(PlannedDelivery delivery, CancellationToken cancellationToken);

    /// <summary>
    /// Is it known where this place is in Teams? While it is, no attempt ends in <see cref="DeliveryOutcome.NoAddress"/>.
    /// </summary>
    Task<bool> IsReachableAsync(string place, CancellationToken cancellationToken);
}

/// <summary>How an attempt ended.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome() { }

    /// <summary>It stands in Teams, showing <paramref name="Version"/> of its subject.</summary>
    public sealed record Sent(int Version, string ServiceUrl, string ConversationId, string? ActivityId) : DeliveryOutcome;

    /// <summary>Worth another try; <paramref name="After"/> when Teams named a time.</summary>
    public sealed record Later(string Fault, TimeSpan? After = null) : DeliveryOutcome;

    /// <summary>Nobody knows where to yet.</summary>
    public sealed record NoAddress : DeliveryOutcome;

    /// <summary>The recipient blocked or removed the bot, or the chat, channel or thread is gone.</summary>
    public sealed record Blocked(bool IsGone = false) : DeliveryOutcome;

    /// <summary>
    /// The thread that it belongs in is gone, or out of the bot's reach; <paramref name="Card"/> is the delivery under
    /// which it was.
    /// </summary>
    public sealed record ThreadGone(Guid Card) : DeliveryOutcome;

    /// <summary>Teams will not take it, however often it is sent.</summary>
    public sealed record Impossible(string Fault) : DeliveryOutcome;

    /// <summary>There is nothing to tell any more.</summary>
    public sealed record Nothing : DeliveryOutcome;
}
