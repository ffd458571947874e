using AdaptiveCards;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Makes the part of an answer that offers the report form to somebody who wrote about something that has happened.
/// </summary>
/// <remarks>
/// Source: the policy, Monitoring and reporting: "Any incidents relating to use of social media will be monitored via incident
/// reporting."
/// </remarks>
internal static class DisclosureOffer
{
    public static IEnumerable<AdaptiveElement> Lines(PolicyAnswer answer) =>
        answer.Disclosed is null || answer.IsAboutTheManager
            ? []
            :
            [
                new AdaptiveTextBlock("Has this already happened?")
                {
                    Weight = "Bolder",
                    Separator = true,
                    Spacing = "Medium",
                },
                new AdaptiveTextBlock(
                    "If so, please report it, in confidence if you prefer. It helps us put things right. You can check your "
                        + "report before it's sent."
                ),
            ];

    public static IEnumerable<AdaptiveAction> Buttons(PolicyAnswer answer) =>
        answer is { Disclosed: { } told, IsAboutTheManager: false }
            ? [AdaptiveExecuteAction.Of("Report this", ReportOffer.Verb, told).Positive()]
            : [];
}
