using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Carries out steps on incidents. Each step is authorised by who asks and where.</summary>
public sealed class IncidentHandling(IncidentChanges changes, IncidentAccess access, TimeProvider time)
{
    public Task<IncidentResult> AcknowledgeAsync(IncidentRequest request, CancellationToken cancellationToken) =>
        WorkAsync(request, IncidentAudit.Acknowledge, IncidentSteps.Acknowledge, cancellationToken);

    public Task<IncidentResult> TakeOnAsync(IncidentRequest request, CancellationToken cancellationToken) =>
        WorkAsync(
            request,
            IncidentAudit.TakeOn,
            (incident, by, now) => IncidentSteps.TakeOn(incident, by, now, request.Seen),
            cancellationToken
        );

    public Task<IncidentResult> DescribeAsync(
        IncidentRequest request,
        IncidentKind? kind,
        IncidentSource? source,
        CancellationToken cancellationToken
    ) =>
        WorkAsync(
            request,
            IncidentAudit.Describe,
            (incident, by, now) => IncidentDetails.Describe(incident, by, now, request.Seen, kind, source),
            cancellationToken
        );

    public Task<IncidentResult> NoteAsync(IncidentRequest request, string text, CancellationToken cancellationToken) =>
        NoteAsync(request, TimelineKind.Noted, text, cancellationToken);

    /// <summary>Adds a note that the reporter can read as well.</summary>
    public Task<IncidentResult> TellReporterAsync(IncidentRequest request, string text, CancellationToken cancellationToken) =>
        NoteAsync(request, TimelineKind.ToldReporter, text, cancellationToken);

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
        NewAction added,
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
            (incident, by, now) => IncidentClosing.Close(incident, by, now, Masked(outcome), Masked(learning)),
            cancellationToken,
            access.MayCloseAsync
        );

    /// <summary>Closes a report that needs no work, such as a duplicate or a test, in one step.</summary>
    public Task<IncidentResult> CloseAtOnceAsync(
        IncidentRequest request,
        NoWorkReason? reason,
        string text,
        CancellationToken cancellationToken
    ) =>
        WorkAsync(
            request,
            IncidentAudit.Close,
            (incident, by, now) => IncidentClosing.CloseAtOnce(incident, by, now, reason, Masked(text)),
            cancellationToken,
            access.MayCloseAsync
        );

    /// <summary>Returns why somebody who may work on the incident can't close it; null if they can.</summary>
    public Refusal? WhyNotClose(Incident incident, PersonId personId) => access.OwnReportOf(incident, personId);

    public Task<IncidentResult> ReopenAsync(IncidentRequest request, string why, CancellationToken cancellationToken) =>
        WorkAsync(
            request,
            IncidentAudit.Reopen,
            (incident, by, now) => IncidentSteps.Reopen(incident, by, now, Masked(why)),
            cancellationToken
        );

    /// <summary>Adds more text from the reporter, who is recognised by their id or their code.</summary>
    public Task<IncidentResult> AddAsync(IncidentRequest request, string? code, string text, CancellationToken cancellationToken) =>
        OwnAsync(
            request,
            code,
            IncidentAudit.Add,
            incident => IncidentSteps.Add(incident, NowOf(incident), Masked(text)),
            cancellationToken
        );

    public Task<IncidentResult> WithdrawAsync(IncidentRequest request, string? code, CancellationToken cancellationToken) =>
        OwnAsync(request, code, IncidentAudit.Withdraw, incident => IncidentSteps.Withdraw(incident, NowOf(incident)), cancellationToken);

    /// <summary>Returns the incident to somebody who wants to work on it, if they may.</summary>
    public Task<IncidentResult> LookAsync(IncidentRequest request, CancellationToken cancellationToken) =>
        changes.MakeAsync(
            request,
            new(IncidentAudit.Look, (incident, cancel) => access.MayWorkAsync(incident, request, cancel), null),
            cancellationToken
        );

    /// <summary>Returns the incident to its reporter.</summary>
    public Task<IncidentResult> LookAtOwnAsync(IncidentRequest request, string? code, CancellationToken cancellationToken) =>
        OwnAsync(request, code, IncidentAudit.See, null, cancellationToken);

    private Task<IncidentResult> NoteAsync(IncidentRequest request, TimelineKind kind, string text, CancellationToken cancellationToken) =>
        WorkAsync(
            request,
            IncidentAudit.Note,
            (incident, by, now) => IncidentSteps.Note(incident, by, now, kind, Masked(text)),
            cancellationToken
        );

    private Task<IncidentResult> OwnAsync(
        IncidentRequest request,
        string? code,
        AuditedAttempt what,
        Func<Incident, Refusal?>? step,
        CancellationToken cancellationToken
    ) =>
        changes.MakeAsync(
            request,
            new(what, (incident, _) => Task.FromResult(access.MayFollow(incident, request.PersonId, code)), step)
            {
                IsOfReporter = true,
                HasCode = code is not null,
            },
            cancellationToken
        );

    private Task<IncidentResult> WorkAsync(
        IncidentRequest request,
        AuditedAttempt what,
        Func<Incident, Actor, DateTimeOffset, Refusal?> step,
        CancellationToken cancellationToken,
        Func<Incident, IncidentRequest, CancellationToken, Task<Refusal?>>? may = null
    ) =>
        changes.MakeAsync(
            request,
            new(
                what,
                (incident, cancel) => (may ?? access.MayWorkAsync)(incident, request, cancel),
                incident => step(incident, new Actor(request.PersonId, request.Name), time.GetUtcNow())
            ),
            cancellationToken
        );

    /// <summary>Returns the time of a reporter's step: only the day if the reporter is anonymous.</summary>
    private DateTimeOffset NowOf(Incident incident) => incident.IsAnonymous ? PracticeTime.StartOfDay(time.GetUtcNow()) : time.GetUtcNow();

    private NewAction Masked(NewAction action) =>
        action with
        {
            Text = Masked(action.Text),
            Owner = Masked(action.Owner),
            DueOn = action.DueOn.Trim(),
        };

    private string Masked(string text) => PatientIdentifiers.Mask(text.Replace('\0', ' ').Trim(), PracticeTime.Today(time));
}

/// <summary>Represents a request for a step on an incident: who asks, where, and what their card showed.</summary>
/// <param name="Incident">The incident's id. It comes from a card, so anybody may have made it up.</param>
/// <param name="Seen">The version on the card that was clicked.</param>
/// <param name="PersonId">The person's Entra id, given by Teams.</param>
/// <param name="Name">The person's name, given by Teams.</param>
/// <param name="ConversationId">The chat or channel where they clicked, given by Teams.</param>
public sealed record IncidentRequest(Id<Incident> Incident, int Seen, PersonId PersonId, string Name, string ConversationId)
{
    /// <summary>
    /// The key of the form that was pressed, with all that was filled in, so that a press that Teams sends again is not written
    /// again. Null for a card that was sent before forms had a key.
    /// </summary>
    public string? Press { get; init; }
}
