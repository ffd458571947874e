using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Delivery;

/// <summary>Makes one feature's messages for the deliveries that the bot sends.</summary>
internal interface IDeliveryContent
{
    /// <summary>Returns the message as it should read now; null if there is nothing left to say.</summary>
    Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken);
}

/// <summary>Holds a message that is ready to be sent, and where it goes.</summary>
/// <param name="Message">The message to send.</param>
/// <param name="Version">The version of the record that the message shows.</param>
/// <param name="Thread">The channel thread that it belongs in; null for a new post, and for messages to a person.</param>
/// <param name="IsErasure">
/// True if the message only takes away what an earlier one showed. If that one is gone there is nothing to take away, so no new
/// message is posted.
/// </param>
internal sealed record DeliveryMessage(TeamsActivity Message, int Version, DeliveryThread? Thread = null, bool IsErasure = false);

/// <summary>
/// Identifies a thread in Teams: the one under the card that delivery <paramref name="Card"/> posted. It may have been deleted
/// since.
/// </summary>
internal sealed record DeliveryThread(string ServiceUrl, string ConversationId, Guid Card)
{
    /// <summary>
    /// Returns the thread under a card, where its reminders go; null if the card was given up and never posted.
    /// </summary>
    public static DeliveryThread? Of(PlannedDelivery? card) =>
        card is { ServiceUrl: { } service, ConversationId: { } thread } ? new(service, thread, card.Id) : null;
}
