using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// The button that opens the incident form, from any card of any feature. The text that it carries stands in the form as
/// what happened; it is masked here, because a card stays in the chat.
/// </summary>
internal static class ReportOffer
{
    public const string Verb = "report";
    public const int LongestText = 1000;

    /// <summary>A button that opens an empty form.</summary>
    public static AdaptiveExecuteAction Button() => AdaptiveExecuteAction.Of("Report an incident", Verb);

    /// <param name="whatHappened">What the person wrote; masked and cut here.</param>
    /// <param name="today">Tells a date of birth from a recent event.</param>
    public static AdaptiveExecuteAction Button(string whatHappened, DateOnly today) =>
        AdaptiveExecuteAction.Of("Report an incident", Verb, Excerpt.Cut(PatientIdentifiers.Mask(whatHappened, today), LongestText));
}
