using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Incidents;

/// <summary>A filled-in form on its way to a report, whichever kind of card it was filled in on.</summary>
public sealed class ReportIntake(IncidentStore register, Audit audit, ReportFormReader reader)
{
    /// <param name="formId">The form's id, as it came back.</param>
    /// <param name="answers">The answer to a field.</param>
    /// <param name="isChecked">The reporter has seen what was masked.</param>
    /// <param name="reporter">Who sends it; null when Teams did not say.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<IntakeOutcome> SendAsync(
        string? formId,
        Func<string, string?> answers,
        bool isChecked,
        Reporter? reporter,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParse(formId, out var form) || reporter is null)
        {
            await audit.RefusedAsync(null, IncidentAudit.Report, IncidentRefusals.Unknown, null, cancellationToken);
            return new IntakeOutcome.Refused(IncidentRefusals.Unknown);
        }

        var read = reader.Read(answers);
        if (read.Report is not { } report)
        {
            // Not who: an anonymous report must not leave a name behind because of a typing error.
            await audit.RefusedAsync(null, IncidentAudit.Report, IncidentRefusals.FormInvalid, null, cancellationToken);
            return new IntakeOutcome.Again(form, read);
        }

        if (read.Found.Count > 0 && !isChecked)
        {
            return new IntakeOutcome.Check(form, read);
        }

        var (incident, refusal) = await register.ReportAsync(report, reporter, form, cancellationToken);
        if (incident is not null)
        {
            return new IntakeOutcome.Received(incident, incident.CodeHash is null ? null : FollowUpCode.Of(form));
        }

        if (refusal != IncidentRefusals.NoSpeakUpWay)
        {
            await audit.RefusedAsync(reporter.PersonId, IncidentAudit.Report, refusal!, null, cancellationToken);
        }

        return new IntakeOutcome.Refused(refusal!, $"{report.WhatHappened}\n\n{report.AlreadyDone}".TrimEnd());
    }
}

/// <summary>What a filled-in form leads to.</summary>
public abstract record IntakeOutcome
{
    private IntakeOutcome() { }

    /// <summary>Something must be changed.</summary>
    public sealed record Again(Guid Form, ReportForm Read) : IntakeOutcome;

    /// <summary>Patients' details were masked: the reporter looks first.</summary>
    public sealed record Check(Guid Form, ReportForm Read) : IntakeOutcome;

    /// <summary>Stored; <paramref name="Code"/> is an anonymous reporter's.</summary>
    public sealed record Received(Incident Incident, string? Code) : IntakeOutcome;

    /// <summary>Nothing is stored; <paramref name="Written"/> is what they wrote, masked, so that it is not lost to them.</summary>
    public sealed record Refused(Refusal Why, string? Written = null) : IntakeOutcome;
}
