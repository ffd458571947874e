using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Finds reports about a practice manager that have reached nobody. Practice managers must not know of them. So the bot tells
/// whoever handles such reports, in case only this card can't be delivered, and the reporter, who can then go to another
/// person. The deliveries also stay in the outbox.
/// </summary>
public sealed class UndeliveredSpeakUpReports(
    UnitOfWork unitOfWork,
    Outbox outbox,
    ChannelOptions channels,
    DeliveryOptions options,
    TimeProvider time
)
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

    /// <summary>Plans one message for each report to whoever handles it.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> TellHandlersAsync(CancellationToken cancellationToken)
    {
        if (!channels.HasSpeakUpWay)
        {
            return 0;
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var untold = await In(database)
            .Join(database.Incidents, row => row.Subject, incident => incident.Id, (_, incident) => incident)
            .Where(incident =>
                !database.Deliveries.Any(told => told.Subject == incident.Id && told.Kind == IncidentDeliveryKinds.SpeakUpNotice)
            )
            .Select(incident => new
            {
                incident.Id,
                incident.Version,
                incident.Appearance,
            })
            .ToListAsync(cancellationToken);
        var place = ReportWriter.SpeakUpPlace(channels);
        var rows = untold.ConvertAll(incident =>
            outbox.Plan(
                IncidentDeliveryKinds.SpeakUpNoticeKey(new(incident.Id)),
                IncidentDeliveryKinds.SpeakUpNotice,
                incident.Id,
                1,
                place,
                incident.Version,
                incident.Appearance == ReporterVisibility.Anonymous
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
