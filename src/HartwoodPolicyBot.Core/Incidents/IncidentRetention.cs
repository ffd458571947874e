using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Deletes incidents whose years are over, with their timeline, their actions and what is known of their messages. Years
/// count from the report, which is the incident's day or later: an old post that is found today is not deleted tomorrow.
/// One that is not over is never deleted.
/// </summary>
public sealed class IncidentRetention(BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    /// <summary>From this score on a grade is high.</summary>
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

        // Asked again with the deletion: one that is opened again in this moment stays, and its messages with it.
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
