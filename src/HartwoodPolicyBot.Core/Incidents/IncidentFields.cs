namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Says what went wrong, by the subjects of the policy.</summary>
public enum IncidentKind
{
    /// <summary>The reporter left the question out, and no practice manager has chosen one yet. No count includes it.</summary>
    NotSaid = 0,
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

/// <summary>Says whose account it was.</summary>
public enum AccountOwner
{
    /// <summary>The reporter left the question out.</summary>
    NotSaid = 0,
    Personal = 1,
    Practice = 2,
    NotKnown = 3,
}

/// <summary>Lists the answers to a yes or no question that the reporter may be unable to answer.</summary>
public enum YesNoUnsure
{
    /// <summary>The reporter left the question out.</summary>
    NotSaid = 0,
    Yes = 1,
    No = 2,
    Unsure = 3,
}

/// <summary>Says how the incident came to light: the policy's sources of evidence, or staff who noticed it.</summary>
/// <remarks>Source: the social media policy, "Monitoring and reporting".</remarks>
public enum IncidentSource
{
    /// <summary>The reporter left the question out. No count includes it.</summary>
    NotSaid = 0,
    Staff = 1,
    Pals = 2,
    Complaint = 3,
    LearningEvent = 4,
}

/// <summary>Says whether the reporter's name is shown.</summary>
public enum ReporterVisibility
{
    /// <summary>The name is shown in the channel.</summary>
    Named = 1,

    /// <summary>The name is kept for feedback and not shown.</summary>
    Confidential = 2,

    /// <summary>No name is stored. The reporter follows the report up with a code.</summary>
    Anonymous = 3,
}

/// <summary>Says who works on the report.</summary>
public enum IncidentRoute
{
    Managers = 1,

    /// <summary>The speak-up route, for a report about a practice manager. Practice managers never see it.</summary>
    SpeakUp = 2,
}

/// <summary>Says how far the work on an incident has come.</summary>
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

/// <summary>Names others who must deal with the incident. These are reminders for people: the bot sends nothing to them.</summary>
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

/// <summary>Says whether it was decided to tell the regulator about a data breach.</summary>
public enum BreachDecision
{
    Reported = 1,
    NotReportable = 2,

    /// <summary>The report needs no work, so there is nothing to decide. No form offers this.</summary>
    NotNeeded = 3,
}

/// <summary>Says why a report is closed at once.</summary>
public enum NoWorkReason
{
    Duplicate = 1,
    Test = 2,
    Mistake = 3,
}
