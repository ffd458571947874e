using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Sends open reports that have no channel to people who became practice managers later, once each.
/// </summary>
public sealed class ReportsWithoutChannel(UnitOfWork unitOfWork, Outbox outbox, StaffOptions staff)
{
    /// <summary>Plans the messages. Call it when no channel is set.</summary>
    /// <returns>How many messages are new.</returns>
    public async Task<int> TellManagersAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var waiting = await database
            .Incidents.Where(incident =>
                incident.Route == IncidentRoute.Managers
                && incident.State != IncidentState.Closed
                && incident.State != IncidentState.Withdrawn
            )
            .Where(incident =>
                database.Deliveries.Any(row => row.Subject == incident.Id && row.Kind == IncidentDeliveryKinds.Card && row.SentAt == null)
            )
            .OrderBy(incident => incident.ReportedAt)
            .Select(incident => new { incident.Id, incident.Version })
            .ToListAsync(cancellationToken);
        var rows = (await staff.ToTellAsync(database, cancellationToken)).SelectMany(
            _ => waiting,
            (manager, incident) =>
                outbox.Plan(
                    IncidentDeliveryKinds.NoChannelKey(new(incident.Id), manager),
                    IncidentDeliveryKinds.NoChannel,
                    incident.Id,
                    0,
                    Recipient.Person(manager),
                    incident.Version
                )
        );
        return await Outbox.PlanNewAsync(unitOfWork, [.. rows], cancellationToken);
    }
}
