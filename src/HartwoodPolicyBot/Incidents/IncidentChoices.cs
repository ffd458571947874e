using AdaptiveCards;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Holds the choices of the incident forms, and the clause of the policy that each kind of incident concerns.
/// </summary>
internal static class IncidentChoices
{
    /// <summary>Returns every value of an enum that can be chosen as choices for an input; a value of 0 means no choice.</summary>
    public static IReadOnlyList<AdaptiveChoice> Of<T>(Func<T, string> words)
        where T : struct, Enum => [.. Values<T>().Select(choice => new AdaptiveChoice(words(choice), $"{choice}"))];

    /// <summary>Returns the choice that was offered under this value; null for any other value.</summary>
    public static T? Read<T>(string? value)
        where T : struct, Enum => Values<T>().Where(choice => $"{choice}" == value).Select(choice => (T?)choice).FirstOrDefault();

    private static IEnumerable<T> Values<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(choice => !EqualityComparer<T>.Default.Equals(choice, default) && choice is not BreachDecision.NotNeeded);

    /// <summary>Returns the section of the policy that a kind of incident concerns, and words from the clause in it.</summary>
    public static (string Section, string Words) Clause(IncidentKind kind)
    {
        var (anchor, words) = kind switch
        {
            IncidentKind.Confidentiality => (SocialMediaPolicy.PatientConfidentiality, "will not contain information that breaches"),
            IncidentKind.PatientImage => (SocialMediaPolicy.PatientConfidentiality, "Images of patients"),
            IncidentKind.WorkplaceImage => (SocialMediaPolicy.PatientConfidentiality, "Images shared of a workplace"),
            IncidentKind.Boundaries => (SocialMediaPolicy.InteractionsOnline, "Professional boundaries"),
            IncidentKind.Disrespect => (SocialMediaPolicy.InteractionsOnline, "will be respected"),
            IncidentKind.ConflictOfInterest => (SocialMediaPolicy.ConflictsOfInterest, "conflicts of interest"),
            IncidentKind.Anonymity => (SocialMediaPolicy.Anonymity, "anonymously"),
            IncidentKind.UnauthorisedAccount => (SocialMediaPolicy.PracticeAccounts, "Unauthorised"),
            _ => (SocialMediaPolicy.MonitoringAndReporting, "Any incidents"),
        };
        return (SocialMediaPolicy.IdOf(anchor), words);
    }
}
