using AdaptiveCards;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Monitoring.Evidence;

/// <summary>
/// Makes the card for somebody who asks for the evidence pack: the period it would cover, and the button for it.
/// </summary>
internal static class EvidenceCard
{
    private const string Title = "Evidence pack for inspections";
    private const string ButtonTitle = "Get evidence pack";

    public static TeamsActivity Message(ReportPeriod period, RequestedPeriod requested) =>
        Card(
            [
                new AdaptiveTextBlock($"{period}") { Weight = "Bolder" },
                new AdaptiveTextBlock(
                    "Everything in one download: policies and who has read them, training, and each incident with what was "
                        + "done and learned. Contains staff names."
                ),
            ],
            PeriodInputs.Filled(requested, period),
            period
        );

    /// <summary>Makes the form again, with what must be corrected.</summary>
    public static TeamsActivity Refused(string sentence, RequestedPeriod requested) =>
        Card(AdaptiveTextBlock.Warning(sentence), requested, null);

    /// <summary>
    /// Makes the button on the report's card for the period that it shows. This button sends the form along, so its title asks
    /// to choose.
    /// </summary>
    public static AdaptiveExecuteAction Button(ReportPeriod period) =>
        AdaptiveExecuteAction.Of(ButtonTitle, MonitoringVerbs.Evidence, period.Code, leavesForm: true);

    private static TeamsActivity Card(IEnumerable<AdaptiveElement> says, RequestedPeriod filled, ReportPeriod? period) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body = [AdaptiveTextBlock.Heading(Title), .. says, .. PeriodInputs.Of(filled)],
                Actions =
                [
                    .. period is null
                        ? (AdaptiveAction[])[]
                        :
                        [
                            AdaptiveExecuteAction
                                .Of(ButtonTitle, MonitoringVerbs.Evidence, period.Code, PeriodInputs.Kept(filled))
                                .Positive(),
                        ],
                    PeriodInputs.Button(filled, isForEvidence: true),
                    MonitoringVerbs.OpenButton(),
                ],
            },
            period is null ? Title : $"{Title}, {period}"
        );
}
