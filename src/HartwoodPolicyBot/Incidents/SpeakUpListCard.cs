using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the card that lists the reports about the practice manager to those who get them.</summary>
internal static class SpeakUpListCard
{
    private const string Title = "Reports about the practice manager";

    /// <param name="page">The reports, those that are not over first.</param>
    /// <param name="onlySeenBy">Who alone sees them.</param>
    public static TeamsActivity Message(Page<SpeakUpReport> page, string onlySeenBy) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body =
                [
                    AdaptiveTextBlock.Heading(Title),
                    AdaptiveTextBlock.Subtle(onlySeenBy),
                    .. page.Items.Count == 0
                        ? (IEnumerable<AdaptiveElement>)[new AdaptiveTextBlock("There are no reports.")]
                        : page.Items.Select(report => AdaptiveContainer.Row(Open(report))),
                ],
                Actions =
                [
                    .. page.Items.Any(report => report.IsUndelivered)
                        ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Send again", IncidentVerbs.SpeakUpSendAgain)]
                        : [],
                    .. page.Buttons(IncidentVerbs.SpeakUpList),
                    HelpCard.Button(),
                ],
            },
            Title
        );

    private static AdaptiveExecuteAction Open(SpeakUpReport report)
    {
        var (incident, isUndelivered) = report;
        return AdaptiveExecuteAction.Of(
            $"{incident.Reference}, {IncidentWords.Of(incident.Kind)}: {IncidentWords.Of(incident.State)}"
                + (isUndelivered ? ", not delivered" : ""),
            IncidentVerbs.SpeakUpSee,
            IncidentVerbs.Id(incident)
        );
    }
}
