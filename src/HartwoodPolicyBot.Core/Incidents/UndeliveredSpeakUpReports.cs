using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Finds reports about a practice manager that have reached nobody. Practice managers must not know of them, so the bot
/// tells the reporter, who can then go to another person. The deliveries also stay in the outbox.
/// </summary>
public sealed class UndeliveredSpeakUpReports(UnitOfWork unitOfWork, Outbox outbox, DeliveryOptions options, TimeProvider time)
{
    /// <summary>Says whether this report was given up, or has been waiting for as long as it takes to be given up.</summary>
    public async Task<bool> IncludeAsync(Id<Incident> incident, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await In(database).AnyAsync(row => row.Subject == incident.Value, cancellationToken);
    }

    /// <summary>Plans one message to each reporter who can be told.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> TellReportersAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var untold = await In(database)
            .Join(database.Incidents, row => row.Subject, incident => incident.Id, (_, incident) => incident)
            .Where(incident =>
                incident.ReporterId != null
                && !database.Deliveries.Any(told => told.Subject == incident.Id && told.Kind == IncidentDeliveryKinds.Undelivered)
            )
            .Select(incident => new
            {
                incident.Id,
                incident.ReporterId,
                incident.Version,
            })
            .ToListAsync(cancellationToken);
        var rows = untold.ConvertAll(incident =>
            outbox.Plan(
                IncidentDeliveryKinds.UndeliveredKey(new(incident.Id)),
                IncidentDeliveryKinds.Undelivered,
                incident.Id,
                0,
                Recipient.Person(PersonId.Of(incident.ReporterId!)),
                incident.Version
            )
        );
        return await Outbox.PlanNewAsync(unitOfWork, rows, cancellationToken);
    }

    private IQueryable<PlannedDelivery> In(HartwoodDbContext database)
    {
        var longAgo = time.GetUtcNow() - options.GiveUpAfter;
        return database.Deliveries.Where(row =>
            row.Kind == IncidentDeliveryKinds.SpeakUpCard
            && row.SentAt == null
            && (
                row.State == DeliveryState.GivenUp
                || row.State == DeliveryState.Stopped
                || ((row.State == DeliveryState.Waiting || row.State == DeliveryState.Held) && row.CreatedAt <= longAgo)
            )
        );
    }
}
