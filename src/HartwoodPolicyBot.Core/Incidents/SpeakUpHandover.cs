using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Moves reports about the practice manager when the settings name another person or channel for them. The previous person
/// may do nothing more to such a report, so open and unsent ones go to the new person or channel.
/// </summary>
public sealed class SpeakUpHandover(UnitOfWork unitOfWork, ChannelOptions options, TimeProvider time)
{
    /// <summary>
    /// Moves cards, to be posted again at the new place, and unsent reminders. Call it before the server starts to listen,
    /// because the previous person's first message would release what is held for them. When nobody is named, nothing moves.
    /// </summary>
    /// <returns>How many deliveries were moved.</returns>
    public async Task<int> MoveAsync(CancellationToken cancellationToken)
    {
        if (!options.HasSpeakUpWay)
        {
            return 0;
        }

        var (place, now) = (ReportWriter.SpeakUpPlace(options), time.GetUtcNow());
        return await unitOfWork.WriteAsync(
            database =>
            {
                var open = ToWorkOn(database).Select(incident => incident.Id);
                return database
                    .Deliveries.Where(row =>
                        row.Place != place
                        && row.State != DeliveryState.Dropped
                        && (
                            (
                                row.Kind == IncidentDeliveryKinds.SpeakUpCard
                                && (row.State != DeliveryState.Sent || open.Contains(row.Subject))
                            ) || (row.Kind == IncidentDeliveryKinds.SpeakUpReminder && row.State != DeliveryState.Sent)
                        )
                    )
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.Place, place)
                                .SetProperty(row => row.State, DeliveryState.Waiting)
                                .SetProperty(row => row.DueAt, now)
                                .SetProperty(row => row.Attempts, 0)
                                .SetProperty(row => row.FailingSince, (DateTimeOffset?)null)
                                .SetProperty(row => row.ServiceUrl, (string?)null)
                                .SetProperty(row => row.ConversationId, (string?)null)
                                .SetProperty(row => row.ActivityId, (string?)null)
                                // An instance that is sending with the old settings then finds that it lost the lease, and writes nothing.
                                .SetProperty(row => row.LeaseUntil, DateTimeOffset.UnixEpoch)
                                .SetProperty(row => row.Lease, (Guid?)null)
                                // For a report that the previous person had received, the time counts from now: if it reaches nobody, its
                                // reporter is told after a day.
                                .SetProperty(row => row.CreatedAt, row => row.SentAt == null ? row.CreatedAt : now)
                                .SetProperty(row => row.Shown, 0)
                                .SetProperty(row => row.SentAt, (DateTimeOffset?)null),
                        cancellationToken
                    );
            },
            cancellationToken
        );
    }

    /// <summary>Selects the reports that still need work, including withdrawn ones whose data-breach deadline still counts.</summary>
    private static IQueryable<Incident> ToWorkOn(HartwoodDbContext database) =>
        database.Incidents.Where(incident =>
            (incident.State != IncidentState.Closed && incident.State != IncidentState.Withdrawn)
            || (incident.BreachClockFrom != null && incident.BreachDecision == null)
            || (incident.ComplaintDue != null && incident.ComplaintAcknowledgedAt == null)
        );
}
