using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Lists the open incidents with their kind, except those about a practice manager.</summary>
public sealed class OpenIncidents(UnitOfWork unitOfWork)
{
    public async Task<IReadOnlyList<(string Reference, IncidentKind Kind)>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var open = await database
            .Incidents.Where(incident =>
                incident.State != IncidentState.Closed
                && incident.State != IncidentState.Withdrawn
                && incident.Route != IncidentRoute.SpeakUp
            )
            .OrderBy(incident => incident.Reference)
            .Select(incident => new { incident.Reference, incident.Kind })
            .ToListAsync(cancellationToken);
        return open.ConvertAll(incident => (incident.Reference, incident.Kind));
    }
}
