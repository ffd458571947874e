using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Turns a filled-in form into a report, whichever kind of card it was filled in on.</summary>
internal sealed class ReportIntake(
    IncidentStore incidents,
    ReportDestinations destinations,
    Audit audit,
    ReportFormReader reader,
    ILogger<ReportIntake> log
)
{
    /// <summary>Reads a form that was filled in. Nothing is stored: the reporter always looks at the report first.</summary>
    /// <param name="formId">The form's id, as the click sent it.</param>
    /// <param name="answers">Returns the answer to a field.</param>
    /// <param name="reporter">Who fills in the form; null where nobody may report.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public Task<IntakeOutcome> ReviewAsync(
        string? formId,
        Func<string, string?> answers,
        PersonInChat? reporter,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            formId,
            answers,
            reporter,
            (form, _, read, report) => Task.FromResult<IntakeOutcome>(Review(form, read, report, isSent: false)),
            cancellationToken
        );

    /// <summary>Stores a report that its reporter has looked at.</summary>
    /// <param name="formId">The form's id, as the click sent it.</param>
    /// <param name="answers">Returns the answer to a field, as the reporter saw it.</param>
    /// <param name="reporter">Who sends the report, without their chat; null if Teams did not say.</param>
    /// <param name="chat">
    /// Finds the reporter's own chat, and opens it if there is none. It is not asked for an anonymous reporter, because that chat
    /// would lead to them.
    /// </param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public Task<IntakeOutcome> SendAsync(
        string? formId,
        Func<string, string?> answers,
        PersonInChat? reporter,
        Func<CancellationToken, Task<string?>> chat,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            formId,
            answers,
            reporter,
            // What is hidden only now is not what the reporter saw.
            async (form, sender, read, report) =>
                read.Found.Count > 0 || read.AsksAboutManager
                    ? Review(form, read, report, isSent: true)
                    : await StoreAsync(form, read, report, sender, chat, cancellationToken),
            cancellationToken
        );

    private async Task<IntakeOutcome> ReadAsync(
        string? formId,
        Func<string, string?> answers,
        PersonInChat? reporter,
        Func<Guid, PersonInChat, ReportForm, IncidentReport, Task<IntakeOutcome>> next,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParse(formId, out var form) || reporter is null)
        {
            await audit.RefusedAsync(null, IncidentAudit.Report, IncidentRefusals.Unknown, null, cancellationToken);
            return new IntakeOutcome.Refused(IncidentRefusals.Unknown);
        }

        var read = reader.Read(answers);
        if (read.Draft is not { } report)
        {
            // The audit doesn't name the sender: a typing error must not reveal who was about to report anonymously.
            await audit.RefusedAsync(null, IncidentAudit.Report, IncidentRefusals.FormInvalid, null, cancellationToken);
            return new IntakeOutcome.Again(form, read);
        }

        return !read.AsksAboutManager && incidents.MaySend(report) is { } refusal
            ? new IntakeOutcome.Refused(refusal, Written(report))
            : await next(form, reporter, read, report);
    }

    private async Task<IntakeOutcome> StoreAsync(
        Guid form,
        ReportForm read,
        IncidentReport report,
        PersonInChat reporter,
        Func<CancellationToken, Task<string?>> chat,
        CancellationToken cancellationToken
    )
    {
        var isAnonymous = report.Appearance == ReporterVisibility.Anonymous;
        Incident? incident;
        Refusal? refusal;
        try
        {
            (incident, refusal) = await incidents.ReportAsync(
                report,
                isAnonymous ? reporter : reporter with { ConversationId = await chat(cancellationToken) },
                form,
                cancellationToken
            );
        }
        catch (Exception fault) when (DatabaseFaults.IsOutOfReach(fault))
        {
            // The form comes back with its words. Sent once more it makes one report, even if this try succeeded after all.
            log.ReportNotStored(fault);
            read.Reject(ReportForm.What, "I can't save your report at the moment. Please send it again in a few minutes.");
            return new IntakeOutcome.Again(form, read);
        }

        if (incident is not null)
        {
            return new IntakeOutcome.Received(
                incident,
                incidents.CodeOf(incident, form),
                await destinations.OfAsync(incident, cancellationToken)
            );
        }

        await audit.RefusedAsync(isAnonymous ? null : reporter.PersonId, IncidentAudit.Report, refusal!, null, cancellationToken);
        return new IntakeOutcome.Refused(refusal!, Written(report));
    }

    /// <summary>
    /// Returns the report for its reporter to look at. The code of an anonymous report depends on all answers, so there is none
    /// while one is missing.
    /// </summary>
    private IntakeOutcome.Review Review(Guid form, ReportForm read, IncidentReport report, bool isSent) =>
        new(form, read, report, read.AsksAboutManager ? null : incidents.CodeOf(report, form))
        {
            IsUnanswered = isSent && read.AsksAboutManager,
        };

    private static string Written(IncidentReport report) => $"{report.WhatHappened}\n\n{report.AlreadyDone}".TrimEnd();
}

/// <summary>Describes the result of a filled-in form.</summary>
internal abstract record IntakeOutcome
{
    private IntakeOutcome() { }

    /// <summary>The reporter must change something.</summary>
    public sealed record Again(Guid Form, ReportForm Read) : IntakeOutcome;

    /// <summary>
    /// The reporter must look at the report before it is stored; <paramref name="Code"/> is the code that it will have if it is
    /// anonymous.
    /// </summary>
    public sealed record Review(Guid Form, ReportForm Read, IncidentReport Report, string? Code) : IntakeOutcome
    {
        /// <summary>True if the reporter sent the report without saying whether it is about the practice manager.</summary>
        public bool IsUnanswered { get; init; }
    }

    /// <summary>
    /// The report is stored and goes to <paramref name="Destination"/>; <paramref name="Code"/> is the code of an anonymous
    /// reporter.
    /// </summary>
    public sealed record Received(Incident Incident, string? Code, ReportDestination Destination) : IntakeOutcome;

    /// <summary>
    /// Nothing is stored; <paramref name="Written"/> is what the reporter wrote, masked, so that they can copy it.
    /// </summary>
    public sealed record Refused(Refusal Why, string? Written = null) : IntakeOutcome;
}
