using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Deletes closed incidents after their retention period, with their timeline, actions and deliveries. The period counts
/// from the report, not from the incident, so an old post that is found today isn't deleted tomorrow. Open incidents are
/// never deleted.
/// </summary>
public sealed class IncidentRetention(BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    /// <summary>The least score of a high grade.</summary>
    private const int High = 8;

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [new("incidents", await deletion.InPartsAsync(database => PartAsync(database, now, cancellationToken), cancellationToken))];

    private async Task<int> PartAsync(HartwoodDbContext database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = await Over(database, now)
            .OrderBy(incident => incident.Id)
            .Select(incident => incident.Id)
            .Take(BatchedDeletion.Part)
            .ToListAsync(cancellationToken);

        // The condition is checked again in the deletion, so that an incident that was reopened a moment ago stays, with its messages.
        await Over(database, now).Where(incident => ids.Contains(incident.Id)).ExecuteDeleteAsync(cancellationToken);
        await database
            .Deliveries.Where(row => ids.Contains(row.Subject) && !database.Incidents.Any(incident => incident.Id == row.Subject))
            .ExecuteDeleteAsync(cancellationToken);
        return ids.Count;
    }

    private IQueryable<Incident> Over(HartwoodDbContext database, DateTimeOffset now)
    {
        var (any, serious, complaint) = (
            now.AddYears(-privacy.IncidentYears),
            now.AddYears(-privacy.SeriousIncidentYears),
            now.AddYears(-privacy.ComplaintYears)
        );
        return database
            .Incidents.Where(incident => incident.State == IncidentState.Closed || incident.State == IncidentState.Withdrawn)
            .Where(incident =>
                incident.ReportedAt < serious
                || (
                    incident.ReportedAt < any
                    && incident.BreachDecision != BreachDecision.Reported
                    && (incident.Consequence == null || incident.Likelihood == null || incident.Consequence * incident.Likelihood < High)
                )
            )
            .Where(incident =>
                (
                    incident.Source != IncidentSource.Complaint
                    && incident.ComplaintDue == null
                    && (incident.Flags & Referral.Complaint) == Referral.None
                )
                || !incident.Timeline.Any(entry =>
                    (entry.Kind == TimelineKind.Closed || entry.Kind == TimelineKind.Withdrawn) && entry.At >= complaint
                )
            );
    }
}
