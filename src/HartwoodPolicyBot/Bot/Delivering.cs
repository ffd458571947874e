using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Bot;

/// <summary>Makes the messages of some kinds of deliveries: one feature's part in what the bot sends by itself.</summary>
public interface IDeliveryContent
{
    IEnumerable<string> Kinds { get; }

    /// <summary>The message as things are now; null when there is nothing to tell any more.</summary>
    Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken);
}

/// <param name="Message">What is sent.</param>
/// <param name="Version">The version of its subject that it shows.</param>
/// <param name="To">Where to, for a place that is no person's; null when nobody knows yet.</param>
public sealed record DeliveryMessage(Activity Message, int Version, DeliveryTarget? To = null);

/// <summary>A place in Teams.</summary>
public abstract record DeliveryTarget
{
    private DeliveryTarget()
    {
    }

    /// <summary>A new post in a channel.</summary>
    public sealed record Post(string ServiceUrl, string ChannelId) : DeliveryTarget;

    /// <summary>A new post in the channel that the practice manager chose for alerts; nobody knows where until they have.</summary>
    public sealed record AlertsPost : DeliveryTarget;

    /// <summary>A chat, or a thread that exists.</summary>
    public sealed record Within(string ServiceUrl, string ConversationId) : DeliveryTarget;

    /// <summary>Under a card, where its reminders belong; there is one, because the card goes first. Null when it never stood anywhere.</summary>
    public static DeliveryTarget? InThreadOf(PlannedDelivery? card) =>
        card is { ServiceUrl: { } service, ConversationId: { } thread } ? new Within(service, thread) : null;
}
