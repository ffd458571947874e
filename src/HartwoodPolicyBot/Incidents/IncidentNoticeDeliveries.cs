using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Makes the messages that remind of incidents, and those about incidents without a channel, from the incidents' state when
/// they are sent.
/// </summary>
internal sealed class IncidentNoticeDeliveries(
    IncidentStore incidents,
    ChannelLookup channels,
    DeliveryBacklog deliveries,
    StaffOptions staff,
    UndeliveredSpeakUpReports undelivered,
    CurrentIncidentCard card,
    TimeProvider time
) : IDeliveryContent
{
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (await incidents.FindAsync(new(delivery.Subject), cancellationToken) is not { } incident)
        {
            return null;
        }

        if (Recipient.PersonIn(delivery.Place) is { } person && incident.Route == IncidentRoute.Managers && !staff.ActsAsManager(person))
        {
            return null;
        }

        if (delivery.Kind == IncidentDeliveryKinds.NoChannel)
        {
            var hasChannel = await channels.FindAsync(Recipient.IncidentsChannel, cancellationToken) is not null;
            return hasChannel && delivery.ActivityId is null
                ? null
                : new(card.SeenBy(IncidentNoticeCards.InChats(hasChannel), incident), incident.Version);
        }

        if (delivery.Kind == IncidentDeliveryKinds.SpeakUpNotice)
        {
            return await undelivered.IncludeAsync(new(incident.Id), cancellationToken)
                ? new(IncidentNoticeCards.SpeakUpUndelivered(incident), incident.Version)
                : null;
        }

        return IncidentNoticeCards.Reminder(incident, IncidentDeliveryKinds.ReminderIn(delivery.Key), time.GetUtcNow()) is { } reminder
            ? new(
                reminder,
                incident.Version,
                DeliveryThread.Of(await deliveries.FindAsync(IncidentDeliveryKinds.CardKey(new(incident.Id)), cancellationToken))
            )
            : null;
    }
}
