using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Delivery;

/// <summary>Makes the messages of some kinds of deliveries: one feature's part in what the bot sends by itself.</summary>
public interface IDeliveryContent
{
    /// <summary>The message as things are now; null when there is nothing to tell any more.</summary>
    Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken);
}

/// <param name="Message">What is sent.</param>
/// <param name="Version">The version of its subject that it shows.</param>
/// <param name="Thread">The thread of a channel that it belongs in; without one it is a post of its own. What goes to a
/// person has none.</param>
public sealed record DeliveryMessage(TeamsActivity Message, int Version, DeliveryThread? Thread = null);

/// <summary>A thread that exists in Teams, or did: under the card that <paramref name="Card"/> delivered.</summary>
public sealed record DeliveryThread(string ServiceUrl, string ConversationId, Guid Card)
{
    /// <summary>Under a card, where its reminders belong; null when the card was given up and never stood anywhere.</summary>
    public static DeliveryThread? Of(PlannedDelivery? card) =>
        card is { ServiceUrl: { } service, ConversationId: { } thread } ? new(service, thread, card.Id) : null;
}
