using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies;

/// <summary>Under an answer to somebody who tells of something that has happened: the way to report it.</summary>
/// <remarks>Source: the policy, Monitoring and reporting: "Any incidents relating to use of social media will be monitored via incident reporting."</remarks>
internal static class DisclosureOffer
{
    public static IEnumerable<CardElement> Lines(PolicyAnswer answer) =>
        answer.Disclosed is null
            ? []
            :
            [
                new TextBlock("Has this already happened?")
                {
                    Weight = "Bolder",
                    Separator = true,
                    Spacing = "Medium",
                },
                new TextBlock(
                    "You can report it here, in confidence if you like. Reporting is how the practice puts things right and learns; you can read it all before you send it."
                ),
            ];

    public static IEnumerable<CardAction> Buttons(PolicyAnswer answer) =>
        answer.Disclosed is { } told ? [ExecuteAction.Of("Report this", ReportOffer.Verb, told)] : [];
}
