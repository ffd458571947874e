using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Makes a change to an incident once: it adds one line to the timeline, and plans the card update and, where the
/// reporter hears of the step, the message to them in the same transaction.
/// </summary>
public sealed class IncidentChanges(UnitOfWork unitOfWork, Outbox outbox, Audit audit, FollowUpCodes codes)
{
    private const int MostTries = 10;

    public async Task<IncidentResult> MakeAsync(IncidentRequest request, IncidentChange change, CancellationToken cancellationToken)
    {
        Guid? press = request.Press is { } pressed ? codes.MarkOf(pressed, change.What.Code) : null;
        for (var tries = 1; ; tries++)
        {
            await using var database = await unitOfWork.OpenAsync(cancellationToken);
            var incident = await IncidentStore
                .Whole(database)
                .FirstOrDefaultAsync(row => row.Id == request.Incident.Value, cancellationToken);
            if ((incident is null ? IncidentRefusals.Unknown : await change.May(incident, cancellationToken)) is { } refusal)
            {
                await audit.RefusedAsync(change.Named(request, incident), change.What, refusal, incident?.Reference, cancellationToken);
                return new(null, refusal);
            }

            if (change.Step is null || (press is not null && incident!.Timeline.Any(entry => entry.Press == press)))
            {
                return new(incident, null);
            }

            if (change.Step(incident!) is { } notNow)
            {
                var person = change.IsOfReporter ? (PersonId?)null : request.PersonId;
                await audit.RefusedAsync(person, change.What, notNow, incident!.Reference, cancellationToken);
                return new(incident, notNow);
            }

            incident!.Timeline[^1].Press = press;
            if (await SaveAsync(database, incident, TellsReporter(change, request, incident), cancellationToken) is not { } conflict)
            {
                return new(incident, null);
            }

            if (tries == MostTries)
            {
                throw new InvalidOperationException(
                    "An incident could not be saved: it changes too often, or the database rejects it.",
                    conflict
                );
            }
        }
    }

    /// <summary>Says whether the reporter hears of a step. They don't hear that they have seen their own report.</summary>
    private static bool TellsReporter(IncidentChange change, IncidentRequest request, Incident incident) =>
        !change.IsOfReporter && !(ReporterUpdates.IsSeen(incident.Timeline[^1]) && incident.IsReportedBy(request.PersonId));

    /// <summary>
    /// Saves the changes, and returns null when that worked. When it didn't, most often another person has changed the
    /// incident, so the caller reads it again and decides again.
    /// </summary>
    private Task<DbUpdateException?> SaveAsync(
        HartwoodDbContext database,
        Incident incident,
        bool tell,
        CancellationToken cancellationToken
    ) =>
        unitOfWork.WriteAsync<DbUpdateException?>(
            database,
            async () =>
            {
                if (tell && incident.ReporterId is { } reporter && ReporterUpdates.Include(incident, incident.Timeline[^1]))
                {
                    Outbox.Add(
                        database,
                        outbox.Plan(
                            IncidentDeliveryKinds.ToldKey(new(incident.Id), incident.Version),
                            incident.Route == IncidentRoute.Managers ? IncidentDeliveryKinds.Told : IncidentDeliveryKinds.SpeakUpTold,
                            incident.Id,
                            incident.Version,
                            Recipient.Person(PersonId.Of(reporter)),
                            incident.Version
                        )
                    );
                }

                try
                {
                    await database.SaveChangesAsync(cancellationToken);
                }
                catch (DbUpdateException conflict)
                {
                    await database.Database.RollbackTransactionAsync(cancellationToken);
                    return conflict;
                }

                await outbox.PlanUpdateAsync(
                    database,
                    IncidentDeliveryKinds.CardKey(new(incident.Id)),
                    incident.Version,
                    cancellationToken
                );
                await outbox.PlanUpdateAsync(
                    database,
                    database.Deliveries.Where(row => row.Subject == incident.Id && row.Kind == IncidentDeliveryKinds.NoChannel),
                    incident.Version,
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
}

/// <summary>Represents a change to an incident, and who may make it.</summary>
/// <param name="What">What it is, for the audit.</param>
/// <param name="May">Returns null when it is allowed, otherwise the refusal.</param>
/// <param name="Step">Makes the change, or returns why it can't be made now; null only to look at the incident.</param>
public sealed record IncidentChange(
    AuditedAttempt What,
    Func<Incident, CancellationToken, Task<Refusal?>> May,
    Func<Incident, Refusal?>? Step
)
{
    /// <summary>True if the reporter makes it. Then nobody needs to tell them.</summary>
    public bool IsOfReporter { get; init; }

    /// <summary>True if the reporter is to be recognised by a code.</summary>
    public bool HasCode { get; init; }

    /// <summary>
    /// Returns whom the audit names when it is refused. It names nobody who may be an anonymous reporter, even if their code is
    /// wrong.
    /// </summary>
    internal PersonId? Named(IncidentRequest request, Incident? incident) =>
        IsOfReporter && (HasCode || incident?.CodeHash is not null) ? null : request.PersonId;
}
