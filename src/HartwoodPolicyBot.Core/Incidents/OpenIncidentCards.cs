using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Finds the cards of open incidents.</summary>
public sealed class OpenIncidentCards : IChannelCards
{
    public IQueryable<PlannedDelivery> StillWorkedOn(HartwoodDbContext database) =>
        database
            .Deliveries.Where(row => row.Kind == IncidentDeliveryKinds.Card || row.Kind == IncidentDeliveryKinds.SpeakUpCard)
            .Where(row =>
                database.Incidents.Any(incident =>
                    incident.Id == row.Subject && incident.State != IncidentState.Closed && incident.State != IncidentState.Withdrawn
                )
            );

    public IQueryable<PlannedDelivery> InChats(HartwoodDbContext database) =>
        database.Deliveries.Where(row => row.Kind == IncidentDeliveryKinds.NoChannel);
}
