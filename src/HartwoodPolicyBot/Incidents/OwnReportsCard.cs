using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the card that lists a person's reports, with an input for the code of an anonymous one.</summary>
internal static class OwnReportsCard
{
    public static TeamsActivity Message(Page<Incident> reports, string? error = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Your reports",
                Body =
                [
                    AdaptiveTextBlock.Heading("Your reports"),
                    .. reports.Items.Count == 0
                        ? (IEnumerable<AdaptiveElement>)[new AdaptiveTextBlock("You haven't reported anything in your name.")]
                        : reports.Items.Select(report =>
                            AdaptiveContainer.Row(
                                AdaptiveExecuteAction.Of(
                                    $"{report.Reference}, {IncidentWords.Of(report.Kind)}: {IncidentWords.Of(report.State)}",
                                    IncidentVerbs.See,
                                    IncidentVerbs.Id(report)
                                )
                            )
                        ),
                    .. reports.PlaceLine(),
                    new AdaptiveTextInput
                    {
                        Id = IncidentVerbs.Code,
                        Label = "Reported anonymously? Enter your code",
                        MaxLength = 40,
                        Placeholder = "ABCD-EFGH-JKMN",
                        ErrorMessage = "Please enter the code.",
                    },
                    .. error is null ? Array.Empty<AdaptiveElement>() : [new AdaptiveTextBlock(error) { Color = "Attention" }],
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Find report", IncidentVerbs.FindByCode),
                    .. reports.Buttons(IncidentVerbs.MyReports, leavesForm: true),
                    ReportOffer.Button(),
                ],
            },
            "Your reports"
        );
}
