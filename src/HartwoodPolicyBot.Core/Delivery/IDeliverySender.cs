namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Makes the card of a delivery from the current data and sends it to Teams. The bot implements this, because Core doesn't
/// use Teams.
/// </summary>
public interface IDeliverySender
{
    Task<DeliveryOutcome> SendAsync(PlannedDelivery delivery, CancellationToken cancellationToken);

    /// <summary>
    /// Says whether the address of this place in Teams is known. While it is, no attempt ends in
    /// <see cref="DeliveryOutcome.NoAddress"/>.
    /// </summary>
    Task<bool> IsReachableAsync(string place, CancellationToken cancellationToken);
}

/// <summary>Says how an attempt to deliver ended.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome() { }

    /// <summary>The message is in Teams and shows <paramref name="Version"/> of its subject.</summary>
    public sealed record Sent(int Version, string ServiceUrl, string ConversationId, string? ActivityId) : DeliveryOutcome;

    /// <summary>The attempt failed and can be repeated, after <paramref name="After"/> when Teams named a time.</summary>
    public sealed record Later(string Fault, TimeSpan? After = null) : DeliveryOutcome;

    /// <summary>The address of the place is not known yet.</summary>
    public sealed record NoAddress : DeliveryOutcome;

    /// <summary>Teams allows no posts at the place.</summary>
    /// <param name="IsGone">Teams says that there is no such chat, channel or thread.</param>
    /// <param name="IsRemoved">Teams says that the bot was removed there, or that the person blocked it.</param>
    public sealed record Blocked(bool IsGone = false, bool IsRemoved = false) : DeliveryOutcome;

    /// <summary>
    /// The thread for the message is gone or can't be reached. <paramref name="Card"/> is the delivery that started the thread.
    /// </summary>
    public sealed record ThreadGone(Guid Card) : DeliveryOutcome;

    /// <summary>Teams rejects the message, and would reject it every time.</summary>
    public sealed record Impossible(string Fault) : DeliveryOutcome;

    /// <summary>There is no longer anything to tell.</summary>
    public sealed record Nothing : DeliveryOutcome;
}
