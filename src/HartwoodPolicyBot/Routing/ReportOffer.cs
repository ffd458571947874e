using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Makes the button that opens the incident form, for the cards of all features. The text that the button carries is filled in
/// as what happened. It is masked here, because the card stays in the chat.
/// </summary>
internal static class ReportOffer
{
    public const string Verb = "report";
    public const int LongestText = 1000;

    /// <summary>Makes a button that opens an empty form.</summary>
    public static AdaptiveExecuteAction Button() => AdaptiveExecuteAction.Of("Report an incident", Verb);

    /// <param name="whatHappened">What the person wrote; it is masked and shortened here.</param>
    /// <param name="today">Today's date in London, to tell a date of birth from a recent event.</param>
    public static AdaptiveExecuteAction Button(string whatHappened, DateOnly today) =>
        AdaptiveExecuteAction.Of("Report an incident", Verb, Excerpt.Cut(PatientIdentifiers.Mask(whatHappened, today), LongestText));
}
