namespace HartwoodPolicyBot.Core.Policies;

/// <summary>
/// Names the sections of the social media policy that other features quote. A policy is an editor's file, so a section may be missing:
/// whoever quotes one does without it then.
/// </summary>
public static class SocialMediaPolicy
{
    /// <summary>The name of its file, without the ending.</summary>
    public const string Slug = "social-media";

    public const string Scope = "scope";
    public const string Patients = "patients";
    public const string PatientConfidentiality = "patient-confidentiality";
    public const string InteractionsOnline = "interactions-online";
    public const string ConflictsOfInterest = "conflicts-of-interest";
    public const string Anonymity = "anonymity";
    public const string PracticeAccounts = "practice-social-media-accounts";
    public const string Complaints = "complaints";
    public const string MonitoringAndReporting = "monitoring-and-reporting";

    /// <summary>Returns the id under which the library has a section of this policy.</summary>
    public static string IdOf(string anchor) => $"{Slug}/{anchor}";
}
