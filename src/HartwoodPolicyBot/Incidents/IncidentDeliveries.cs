using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Makes the messages with incidents' cards, and the updates to their reporters, from the incidents' state when they are sent.
/// </summary>
internal sealed class IncidentDeliveries(
    IncidentStore incidents,
    UndeliveredSpeakUpReports undelivered,
    ChannelOptions options,
    CurrentIncidentCard card
) : IDeliveryContent
{
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (await incidents.FindAsync(new(delivery.Subject), cancellationToken) is not { } incident)
        {
            return null;
        }

        switch (delivery.Kind)
        {
            case IncidentDeliveryKinds.Told or IncidentDeliveryKinds.SpeakUpTold:
                return
                    incident.Timeline.FirstOrDefault(entry => entry.Number == delivery.Step) is { } step
                    && ReporterUpdates.Include(incident, step)
                    ? new(ReporterUpdateCard.Message(incident, step), incident.Version)
                    : null;
            case IncidentDeliveryKinds.Undelivered:
                return await undelivered.IncludeAsync(new(incident.Id), cancellationToken)
                    ? new(ReporterCards.Undelivered(incident, options.SpeakUpInstead), incident.Version)
                    : null;
            default:
                return new(card.Of(incident), incident.Version);
        }
    }
}
