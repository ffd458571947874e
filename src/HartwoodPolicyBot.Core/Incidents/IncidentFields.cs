namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>What went wrong, in the policy's own subjects.</summary>
public enum IncidentKind
{
    Confidentiality = 1,
    PatientImage = 2,
    WorkplaceImage = 3,
    Boundaries = 4,
    Disrespect = 5,
    ConflictOfInterest = 6,
    Anonymity = 7,
    UnauthorisedAccount = 8,
    Other = 9,
}

/// <summary>Whose account it was.</summary>
public enum AccountOwner
{
    Personal = 1,
    Practice = 2,
    NotKnown = 3,
}

public enum YesNoUnsure
{
    Yes = 1,
    No = 2,
    Unsure = 3,
}

/// <summary>How it came up: the policy's sources of evidence, and staff who noticed it.</summary>
/// <remarks>Source: the social media policy, "Monitoring and reporting".</remarks>
public enum IncidentSource
{
    Staff = 1,
    Pals = 2,
    Complaint = 3,
    LearningEvent = 4,
}

/// <summary>How the reporter appears.</summary>
public enum ReporterVisibility
{
    /// <summary>Name in the channel.</summary>
    Named = 1,

    /// <summary>Name kept for feedback, not shown.</summary>
    Confidential = 2,

    /// <summary>No name anywhere; a code follows the report up.</summary>
    Anonymous = 3,
}

/// <summary>Who works on the report.</summary>
public enum IncidentRoute
{
    Managers = 1,

    /// <summary>About a practice manager: they never see it.</summary>
    SpeakUp = 2,
}

/// <summary>Where a report is on its way.</summary>
public enum IncidentState
{
    New = 1,
    Acknowledged = 2,
    UnderReview = 3,
    ActionsOpen = 4,
    Closed = 5,
    Reopened = 6,
    Withdrawn = 7,
}

/// <summary>Who else must deal with it. Flags are for people; the bot itself sends nothing there.</summary>
[Flags]
public enum Referral
{
    None = 0,
    DataProtection = 1,
    Complaint = 2,
    LearningEvent = 4,
    Lfpse = 8,
    Hr = 16,
}

/// <summary>What was decided about telling the regulator of a data breach.</summary>
public enum BreachDecision
{
    Reported = 1,
    NotReportable = 2,
}
