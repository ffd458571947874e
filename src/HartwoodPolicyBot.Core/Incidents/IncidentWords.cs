using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Returns the words that people read for each choice.</summary>
public static class IncidentWords
{
    private const string NotSaid = "Not said";

    public static string Of(IncidentKind kind) =>
        kind switch
        {
            IncidentKind.NotSaid => "Type not chosen yet",
            IncidentKind.Confidentiality => "Breach of confidentiality",
            IncidentKind.PatientImage => "Image of a patient",
            IncidentKind.WorkplaceImage => "Image of the workplace",
            IncidentKind.Boundaries => "Professional boundaries",
            IncidentKind.Disrespect => "Disrespectful or abusive",
            IncidentKind.ConflictOfInterest => "Conflict of interest",
            IncidentKind.Anonymity => "Anonymous posting",
            IncidentKind.UnauthorisedAccount => "Unofficial practice account",
            _ => "Other",
        };

    public static string Of(AccountOwner account) =>
        account switch
        {
            AccountOwner.Personal => "A personal account",
            AccountOwner.Practice => "The practice's account",
            AccountOwner.NotKnown => "Don't know",
            _ => NotSaid,
        };

    public static string Of(YesNoUnsure answer) =>
        answer switch
        {
            YesNoUnsure.NotSaid => NotSaid,
            YesNoUnsure.Unsure => "Not sure",
            _ => $"{answer}",
        };

    public static string Of(IncidentSource source) =>
        source switch
        {
            IncidentSource.Pals => "PALS",
            IncidentSource.Complaint => "Complaint",
            IncidentSource.LearningEvent => "Significant or learning event",
            IncidentSource.Staff => "Noticed by a member of staff",
            _ => NotSaid,
        };

    public static string Of(ReporterVisibility appearance) =>
        appearance switch
        {
            ReporterVisibility.Named => "Yes, show my name",
            ReporterVisibility.Confidential => "No, keep it confidential, but send me updates",
            _ => "No, don't record it: give me a code instead",
        };

    public static string Of(IncidentState state) =>
        state switch
        {
            IncidentState.UnderReview => "In progress",
            IncidentState.ActionsOpen => "Actions outstanding",
            _ => $"{state}",
        };

    public static string Of(Referral flag) =>
        flag switch
        {
            Referral.DataProtection => "Data protection (DSPT)",
            Referral.Complaint => "Complaint",
            Referral.LearningEvent => "Significant or learning event",
            Referral.Lfpse => "Consider LFPSE",
            _ => "HR",
        };

    public static IEnumerable<Referral> In(Referral flags) =>
        Enum.GetValues<Referral>().Where(flag => flag != Referral.None && flags.HasFlag(flag));

    public static string Of(BreachDecision decision) =>
        decision switch
        {
            BreachDecision.Reported => "Reported to the ICO",
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

    /// <summary>Returns what is to be done, by whom and by when, as far as that was said.</summary>
    public static string Of(IncidentAction action) =>
        (action.Owner, action.DueOn) switch
        {
            (null, null) => action.Text,
            ({ } owner, null) => $"{action.Text} ({owner})",
            (null, { } day) => $"{action.Text} (by {PracticeTime.Text(day)})",
            ({ } owner, { } day) => $"{action.Text} ({owner}, by {PracticeTime.Text(day)})",
        };

    /// <summary>Returns when a report came. Of an anonymous one only the day is said, so that the time leads to nobody.</summary>
    public static string WhenReported(Incident incident) =>
        incident.IsAnonymous ? PracticeTime.Text(PracticeTime.DateOf(incident.ReportedAt)) : PracticeTime.Text(incident.ReportedAt);

    /// <summary>Returns when a step was taken. Of an anonymous reporter's steps only the day is said.</summary>
    public static string When(Incident incident, TimelineEntry entry) =>
        incident.IsAnonymous && entry.IsOfReporter ? PracticeTime.Text(PracticeTime.DateOf(entry.At)) : PracticeTime.Text(entry.At);

    /// <summary>Returns what was done, to follow the name of the person who did it.</summary>
    public static string Of(TimelineKind kind) =>
        kind switch
        {
            TimelineKind.Reported => "sent the report",
            TimelineKind.Acknowledged => "acknowledged it",
            TimelineKind.TakenOn => "started dealing with it",
            TimelineKind.Noted => "added a note",
            TimelineKind.Graded => "rated the risk",
            TimelineKind.PassedOn => "updated who else needs to know",
            TimelineKind.ActionsChanged => "updated the actions",
            TimelineKind.Decided => "recorded the data breach decision",
            TimelineKind.ComplaintAcknowledged => "acknowledged the complaint",
            TimelineKind.Closed => "closed it",
            TimelineKind.Reopened => "reopened it",
            TimelineKind.Described => "filled in the details",
            TimelineKind.ToldReporter => "added a note for the reporter",
            TimelineKind.Added => "added information",
            _ => "withdrew the report",
        };
}
