using AdaptiveCards;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Incidents;

/// <summary>The choices of the forms, and the clause that each kind of incident touches.</summary>
internal static class IncidentChoices
{
    /// <summary>Every choice of a kind, for an input.</summary>
    public static IReadOnlyList<AdaptiveChoice> Of<T>(Func<T, string> words)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(choice => new AdaptiveChoice(words(choice), $"{choice}"))];

    /// <summary>The section of the policy that a kind touches, and words of the clause in it.</summary>
    public static (string Section, string Words) Clause(IncidentKind kind) =>
        kind switch
        {
            IncidentKind.Confidentiality => ("social-media/patient-confidentiality", "will not contain information that breaches"),
            IncidentKind.PatientImage => ("social-media/patient-confidentiality", "Images of patients"),
            IncidentKind.WorkplaceImage => ("social-media/patient-confidentiality", "Images shared of a workplace"),
            IncidentKind.Boundaries => ("social-media/interactions-online", "Professional boundaries"),
            IncidentKind.Disrespect => ("social-media/interactions-online", "will be respected"),
            IncidentKind.ConflictOfInterest => ("social-media/conflicts-of-interest", "conflicts of interest"),
            IncidentKind.Anonymity => ("social-media/anonymity", "anonymously"),
            IncidentKind.UnauthorisedAccount => ("social-media/practice-social-media-accounts", "Unauthorised"),
            _ => ("social-media/monitoring-and-reporting", "Any incidents"),
        };
}
