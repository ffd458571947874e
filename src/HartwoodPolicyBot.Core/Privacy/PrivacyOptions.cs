using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>
/// Holds the settings for how long records are kept: section <c>Privacy</c>. Where a published schedule is known, its period is the
/// least that is accepted. Periods marked "to be confirmed" have no source that we have read, and the practice has to confirm them.
/// </summary>
/// <remarks>
/// The authority is NHS England's Records Management Code:
/// transform.england.nhs.uk/information-governance/guidance/records-management-code/
/// </remarks>
public sealed class PrivacyOptions : IValidatableObject
{
    /// <summary>
    /// Sentences for the privacy notice that name the lawful basis on which the practice uses this data. Only the practice can say
    /// which it is; without them, the notice says whom to ask.
    /// </summary>
    /// <remarks>A notice has to name it: ico.org.uk, "The right to be informed", checklist "What to provide".</remarks>
    [StringLength(500, ErrorMessage = "Privacy:LawfulBasis must be at most 500 characters.")]
    public string? LawfulBasis { get; set; }

    /// <summary>How many days a question stays in the log. A year shows what staff ask in each season.</summary>
    [Range(1, 3650, ErrorMessage = "Privacy:QuestionLogDays must be 1 to 3650.")]
    public int QuestionLogDays { get; set; } = 365;

    /// <summary>How many years a closed incident is kept from the day of its report. An open one is never deleted.</summary>
    /// <remarks>Source: 10 years for incidents that are not serious, as kmpt.nhs.uk, "Retention of records", quotes the Code.</remarks>
    [Range(10, 100, ErrorMessage = "Privacy:IncidentYears must be 10 to 100: the NHS Records Management Code asks for 10.")]
    public int IncidentYears { get; set; } = 10;

    /// <summary>
    /// How many years a serious incident is kept: one rated high or extreme, or reported as a data breach. Which incidents
    /// count as serious is our decision, to be confirmed.
    /// </summary>
    /// <remarks>Source: 20 years for serious incidents, in the same schedule.</remarks>
    [Range(20, 100, ErrorMessage = "Privacy:SeriousIncidentYears must be 20 to 100: the NHS Records Management Code asks for 20.")]
    public int SeriousIncidentYears { get; set; } = 20;

    /// <summary>How many years an incident that is also a complaint is kept from its closure, if that is later. To be confirmed.</summary>
    /// <remarks>Source: 10 years from closure, in an older copy of the schedule.</remarks>
    [Range(10, 100, ErrorMessage = "Privacy:ComplaintYears must be 10 to 100: complaint files are kept for 10 years from closure.")]
    public int ComplaintYears { get; set; } = 10;

    /// <summary>How many years training is kept from the day it was finished. To be confirmed.</summary>
    /// <remarks>Ten for statutory and mandatory training is from memory, as are six years after leaving for other training.</remarks>
    [Range(6, 100, ErrorMessage = "Privacy:TrainingYears must be 6 to 100: longer than the longest interval between two trainings.")]
    public int TrainingYears { get; set; } = 10;

    /// <summary>How many years sign-offs are kept after their version stopped being the policy's current one. To be confirmed.</summary>
    /// <remarks>Six years after the life of a policy is from memory.</remarks>
    [Range(1, 100, ErrorMessage = "Privacy:ReadingYears must be 1 to 100.")]
    public int ReadingYears { get; set; } = 6;

    /// <summary>
    /// How many years it is kept who could use which practice account, and who looked at it, after that ended. To be confirmed.
    /// </summary>
    [Range(1, 100, ErrorMessage = "Privacy:PracticeAccountYears must be 1 to 100.")]
    public int PracticeAccountYears { get; set; } = 6;

    /// <summary>How many years a declared interest is kept after it ended. To be confirmed.</summary>
    /// <remarks>
    /// Six years for interests that have ended is from memory: NHS England, "Managing conflicts of interest in the NHS", which does
    /// not bind practices.
    /// </remarks>
    [Range(1, 100, ErrorMessage = "Privacy:InterestYears must be 1 to 100.")]
    public int InterestYears { get; set; } = 6;

    /// <summary>How many years the audit of practice managers' actions is kept. To be confirmed.</summary>
    [Range(1, 100, ErrorMessage = "Privacy:AuditYears must be 1 to 100.")]
    public int AuditYears { get; set; } = 6;

    /// <summary>How many days a refused attempt is kept: long enough to notice misuse, and no longer, because it names a person.</summary>
    [Range(30, 3650, ErrorMessage = "Privacy:RefusedAttemptDays must be 30 to 3650.")]
    public int RefusedAttemptDays { get; set; } = 365;

    /// <summary>
    /// How many days records of sent messages are kept, and the chat of somebody who has left. An incident's messages are kept
    /// as long as the incident.
    /// </summary>
    [Range(7, 3650, ErrorMessage = "Privacy:SentMessageDays must be 7 to 3650.")]
    public int SentMessageDays { get; set; } = 90;

    /// <summary>
    /// How many years a concern that a policy discriminates is kept from the day it was closed or withdrawn. To be confirmed: no source
    /// was read.
    /// </summary>
    [Range(1, 100, ErrorMessage = "Privacy:PolicyConcernYears must be 1 to 100.")]
    public int PolicyConcernYears { get; set; } = 6;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (SeriousIncidentYears < IncidentYears)
        {
            yield return new("Privacy:SeriousIncidentYears must not be less than Privacy:IncidentYears.", [nameof(SeriousIncidentYears)]);
        }
    }
}
