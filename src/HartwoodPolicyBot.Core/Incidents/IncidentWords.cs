using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Returns the words that people read for each choice.</summary>
public static class IncidentWords
{
    private const string NotSaid = "Not said";

    public static string Of(IncidentKind kind) =>
        kind switch
        {
            IncidentKind.Confidentiality => "Confidentiality",
            IncidentKind.PatientImage => "Image of a patient",
            IncidentKind.WorkplaceImage => "Image of the workplace",
            IncidentKind.Boundaries => "Professional boundaries",
            IncidentKind.Disrespect => "Disrespect or harassment",
            IncidentKind.ConflictOfInterest => "Conflict of interest",
            IncidentKind.Anonymity => "Anonymity",
            IncidentKind.UnauthorisedAccount => "Unauthorised account",
            _ => "Other",
        };

    public static string Of(AccountOwner account) =>
        account switch
        {
            AccountOwner.Personal => "Personal",
            AccountOwner.Practice => "The practice's",
            AccountOwner.NotKnown => "Not known",
            _ => NotSaid,
        };

    public static string Of(YesNoUnsure answer) => answer == YesNoUnsure.NotSaid ? NotSaid : $"{answer}";

    public static string Of(IncidentSource source) =>
        source switch
        {
            IncidentSource.Pals => "PALS",
            IncidentSource.Complaint => "Complaint",
            IncidentSource.LearningEvent => "Significant or learning event",
            IncidentSource.Staff => "Noticed by staff",
            _ => NotSaid,
        };

    public static string Of(ReporterVisibility appearance) =>
        appearance switch
        {
            ReporterVisibility.Named => "Named: my name is shown",
            ReporterVisibility.Confidential => "Confidential: the practice won't see who I am, but you can keep me informed",
            _ => "Anonymous: my name is not kept; I get a code",
        };

    public static string Of(IncidentState state) =>
        state switch
        {
            IncidentState.UnderReview => "Under review",
            IncidentState.ActionsOpen => "Actions open",
            _ => $"{state}",
        };

    public static string Of(Referral flag) =>
        flag switch
        {
            Referral.DataProtection => "Data protection (DSPT)",
            Referral.Complaint => "Complaint",
            Referral.LearningEvent => "Significant or learning event",
            Referral.Lfpse => "LFPSE, to consider",
            _ => "HR",
        };

    public static IEnumerable<Referral> In(Referral flags) =>
        Enum.GetValues<Referral>().Where(flag => flag != Referral.None && flags.HasFlag(flag));

    public static string Of(BreachDecision decision) =>
        decision switch
        {
            BreachDecision.Reported => "Reported",
            BreachDecision.NotReportable => "Not reportable",
            _ => "No decision needed",
        };

    public static string Of(NoWorkReason reason) =>
        reason switch
        {
            NoWorkReason.Duplicate => "A duplicate of another report",
            NoWorkReason.Test => "A test",
            _ => "Sent by mistake",
        };

    /// <summary>Returns when a report came. Of an anonymous one only the day is said, so that the time leads to nobody.</summary>
    public static string WhenReported(Incident incident) =>
        incident.IsAnonymous ? PracticeTime.Text(PracticeTime.DateOf(incident.ReportedAt)) : PracticeTime.Text(incident.ReportedAt);

    /// <summary>Returns when a step was taken. Of an anonymous reporter's steps only the day is said.</summary>
    public static string When(Incident incident, TimelineEntry entry) =>
        incident.IsAnonymous && entry.Kind is (TimelineKind.Reported or TimelineKind.Added or TimelineKind.Withdrawn)
            ? PracticeTime.Text(PracticeTime.DateOf(entry.At))
            : PracticeTime.Text(entry.At);

    /// <summary>Returns what was done, to follow the name of the person who did it.</summary>
    public static string Of(TimelineKind kind) =>
        kind switch
        {
            TimelineKind.Reported => "reported it",
            TimelineKind.Acknowledged => "acknowledged it",
            TimelineKind.TakenOn => "took it on",
            TimelineKind.Noted => "added a note",
            TimelineKind.Graded => "graded it",
            TimelineKind.PassedOn => "marked where it goes on to",
            TimelineKind.ActionsChanged => "changed the actions",
            TimelineKind.Decided => "decided on the data breach",
            TimelineKind.ComplaintAcknowledged => "acknowledged the complaint",
            TimelineKind.Closed => "closed it",
            TimelineKind.Reopened => "reopened it",
            TimelineKind.Added => "added something",
            _ => "withdrew it",
        };
}
