using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Reports about the practice manager, when the settings name another person or channel for them: who had that part may do
/// nothing to a report any more, so what is still to be worked on, or was never sent, goes to who has it now.
/// </summary>
public sealed class SpeakUpHandover(UnitOfWork unitOfWork, ChannelOptions options, TimeProvider time)
{
    /// <summary>
    /// Moves cards, to be posted there anew, and the reminders that were not sent. Before the server listens, because
    /// whoever had the part would get what was held for them at their first word. Where nobody is named, nothing moves.
    /// </summary>
    /// <returns>How many were moved.</returns>
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
                                // An instance that is at it by the settings of before finds its lease gone, and writes nothing.
                                .SetProperty(row => row.LeaseUntil, DateTimeOffset.UnixEpoch)
                                .SetProperty(row => row.Lease, (Guid?)null)
                                // What was read by whoever had the part counts from now: its reporter hears in a day if it reaches nobody.
                                .SetProperty(row => row.CreatedAt, row => row.SentAt == null ? row.CreatedAt : now)
                                .SetProperty(row => row.Shown, 0)
                                .SetProperty(row => row.SentAt, (DateTimeOffset?)null),
                        cancellationToken
                    );
            },
            cancellationToken
        );
    }

    /// <summary>Also a withdrawn one whose clock runs on.</summary>
    private static IQueryable<Incident> ToWorkOn(HartwoodDbContext database) =>
        database.Incidents.Where(incident =>
            (incident.State != IncidentState.Closed && incident.State != IncidentState.Withdrawn)
            || (incident.BreachClockFrom != null && incident.BreachDecision == null)
            || (incident.ComplaintDue != null && incident.ComplaintAcknowledgedAt == null)
        );
}
