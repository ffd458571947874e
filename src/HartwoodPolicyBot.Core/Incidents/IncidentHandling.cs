using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Carries out steps on incidents. Each step is authorised by who asks and where, adds one line to the timeline, and plans
/// the card update and the message to the reporter in the same transaction.
/// </summary>
public sealed class IncidentHandling(UnitOfWork unitOfWork, Outbox outbox, Audit audit, IncidentAccess access, TimeProvider time)
{
    private const int MostTries = 10;

    public Task<IncidentResult> AcknowledgeAsync(IncidentRequest request, CancellationToken cancellationToken) =>
        WorkAsync(request, IncidentAudit.Acknowledge, IncidentSteps.Acknowledge, cancellationToken);

    public Task<IncidentResult> TakeOnAsync(IncidentRequest request, CancellationToken cancellationToken) =>
        WorkAsync(
            request,
            IncidentAudit.TakeOn,
            (incident, by, now) => IncidentSteps.TakeOn(incident, by, now, request.Seen),
            cancellationToken
        );

    public Task<IncidentResult> NoteAsync(IncidentRequest request, string text, CancellationToken cancellationToken) =>
        WorkAsync(
            request,
            IncidentAudit.Note,
            (incident, by, now) => IncidentSteps.Note(incident, by, now, Masked(text)),
            cancellationToken
        );

    public Task<IncidentResult> GradeAsync(IncidentRequest request, RiskGrade? grade, CancellationToken cancellationToken) =>
        WorkAsync(
            request,
            IncidentAudit.Grade,
            (incident, by, now) => IncidentSteps.SetGrade(incident, by, now, request.Seen, grade),
            cancellationToken
        );

    public Task<IncidentResult> PassOnAsync(IncidentRequest request, Referral flags, string said, CancellationToken cancellationToken) =>
        WorkAsync(
            request,
            IncidentAudit.PassOn,
            (incident, by, now) => IncidentSteps.PassOn(incident, by, now, request.Seen, flags, said),
            cancellationToken
        );

    public Task<IncidentResult> ChangeActionsAsync(
        IncidentRequest request,
        string added,
        IReadOnlyCollection<int> done,
        CancellationToken cancellationToken
    ) =>
        WorkAsync(
            request,
            IncidentAudit.ChangeActions,
            (incident, by, now) => IncidentSteps.ChangeActions(incident, by, now, Masked(added), done),
            cancellationToken
        );

    public Task<IncidentResult> DecideAsync(
        IncidentRequest request,
        BreachDecision? decision,
        string reason,
        CancellationToken cancellationToken
    ) =>
        WorkAsync(
            request,
            IncidentAudit.Decide,
            (incident, by, now) => IncidentSteps.Decide(incident, by, now, decision, Masked(reason)),
            cancellationToken
        );

    public Task<IncidentResult> AcknowledgeComplaintAsync(IncidentRequest request, CancellationToken cancellationToken) =>
        WorkAsync(request, IncidentAudit.AcknowledgeComplaint, IncidentSteps.AcknowledgeComplaint, cancellationToken);

    public Task<IncidentResult> CloseAsync(IncidentRequest request, string outcome, string learning, CancellationToken cancellationToken) =>
        WorkAsync(
            request,
            IncidentAudit.Close,
            (incident, by, now) => IncidentSteps.Close(incident, by, now, Masked(outcome), Masked(learning)),
            cancellationToken
        );

    public Task<IncidentResult> ReopenAsync(IncidentRequest request, string why, CancellationToken cancellationToken) =>
        WorkAsync(
            request,
            IncidentAudit.Reopen,
            (incident, by, now) => IncidentSteps.Reopen(incident, by, now, Masked(why)),
            cancellationToken
        );

    /// <summary>Adds more text from the reporter, who is recognised by their id or their code.</summary>
    public Task<IncidentResult> AddAsync(IncidentRequest request, string? code, string text, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            IncidentAudit.Add,
            (incident, _) => Task.FromResult(IncidentAccess.MayFollow(incident, request.PersonId, code)),
            incident => IncidentSteps.Add(incident, time.GetUtcNow(), Masked(text)),
            false,
            cancellationToken
        );

    public Task<IncidentResult> WithdrawAsync(IncidentRequest request, string? code, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            IncidentAudit.Withdraw,
            (incident, _) => Task.FromResult(IncidentAccess.MayFollow(incident, request.PersonId, code)),
            incident => IncidentSteps.Withdraw(incident, time.GetUtcNow()),
            false,
            cancellationToken
        );

    /// <summary>Returns the incident to somebody who wants to work on it, if they may.</summary>
    public Task<IncidentResult> LookAsync(IncidentRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            IncidentAudit.Look,
            (incident, cancel) => access.MayWorkAsync(incident, request, cancel),
            null,
            false,
            cancellationToken
        );

    /// <summary>Returns the incident to its reporter.</summary>
    public Task<IncidentResult> LookAtOwnAsync(IncidentRequest request, string? code, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            IncidentAudit.See,
            (incident, _) => Task.FromResult(IncidentAccess.MayFollow(incident, request.PersonId, code)),
            null,
            false,
            cancellationToken
        );

    private Task<IncidentResult> WorkAsync(
        IncidentRequest request,
        AuditedAttempt what,
        Func<Incident, Actor, DateTimeOffset, Refusal?> step,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            request,
            what,
            (incident, cancel) => access.MayWorkAsync(incident, request, cancel),
            incident => step(incident, new Actor(request.PersonId, request.Name), time.GetUtcNow()),
            true,
            cancellationToken
        );

    private async Task<IncidentResult> ChangeAsync(
        IncidentRequest request,
        AuditedAttempt what,
        Func<Incident, CancellationToken, Task<Refusal?>> may,
        Func<Incident, Refusal?>? step,
        bool tell,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 1; ; tries++)
        {
            await using var database = await unitOfWork.OpenAsync(cancellationToken);
            var incident = await IncidentStore
                .Whole(database)
                .FirstOrDefaultAsync(row => row.Id == request.Incident.Value, cancellationToken);
            if ((incident is null ? IncidentRefusals.Unknown : await may(incident, cancellationToken)) is { } refusal)
            {
                await audit.RefusedAsync(request.PersonId, what, refusal, incident?.Reference, cancellationToken);
                return new(null, refusal);
            }

            if (step is null)
            {
                return new(incident, null);
            }

            if (step(incident!) is { } notNow)
            {
                await audit.RefusedAsync(tell ? request.PersonId : null, what, notNow, incident!.Reference, cancellationToken);
                return new(incident, notNow);
            }

            if (await SaveAsync(database, incident!, tell, cancellationToken) is not { } conflict)
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
                if (tell && incident.ReporterId is { } reporter)
                {
                    Outbox.Add(
                        database,
                        outbox.Plan(
                            IncidentDeliveryKinds.ToldKey(new(incident.Id), incident.Version),
                            IncidentDeliveryKinds.Told,
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

                await outbox.WantAsync(database, IncidentDeliveryKinds.CardKey(new(incident.Id)), incident.Version, cancellationToken);
                return null;
            },
            cancellationToken
        );

    private string Masked(string text) => PatientIdentifiers.Mask(text.Replace('\0', ' ').Trim(), PracticeTime.Today(time));
}

/// <summary>A request for a step on an incident: who asks, where, and what their card showed.</summary>
/// <param name="Incident">The incident's id. It comes from a card, so anybody may have made it up.</param>
/// <param name="Seen">The version on the card that was clicked.</param>
/// <param name="PersonId">The person's Entra id, given by Teams.</param>
/// <param name="Name">The person's name, given by Teams.</param>
/// <param name="ConversationId">The chat or channel where they clicked, given by Teams.</param>
public sealed record IncidentRequest(Id<Incident> Incident, int Seen, PersonId PersonId, string Name, string ConversationId);
