using AdaptiveCards;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Monitoring.Evidence;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>
/// Makes the cards of the monitoring report: one with buttons for the practice manager, and one for the channel.
/// </summary>
internal static class MonitoringReportCard
{
    private const string Title = "Monitoring report";

    /// <param name="report">The report with all counts.</param>
    /// <param name="requested">What the form shows as chosen.</param>
    public static TeamsActivity Message(MonitoringReport report, RequestedPeriod requested) =>
        Card(Figures(new(report, Audience.Manager), $"{report.Period}"), PeriodInputs.Filled(requested, report.Period), report.Period);

    /// <summary>Makes the form again, with what must be corrected.</summary>
    public static TeamsActivity Refused(string sentence, RequestedPeriod requested) =>
        Card([AdaptiveTextBlock.Heading(Title), .. AdaptiveTextBlock.Warning(sentence)], requested, null);

    /// <summary>
    /// Makes the post for everybody in the channel, without small counts, because they could point at a person.
    /// </summary>
    public static TeamsActivity Post(MonitoringReport report)
    {
        var summary = $"{Title}: {report.Period.From:MMMM yyyy}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. Figures(new(report, Audience.Everybody), $"{report.Period.From:MMMM yyyy}"),
                    AdaptiveTextBlock.Subtle("Practice managers can see the full report in our private chat."),
                ],
                Actions = [HelpCard.Button()],
            },
            summary
        );
    }

    private static TeamsActivity Card(IReadOnlyList<AdaptiveElement> figures, RequestedPeriod filled, ReportPeriod? period) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body =
                [
                    .. figures,
                    .. PeriodInputs.Of(filled),
                    .. period is null
                        ? (AdaptiveElement[])[]
                        :
                        [
                            AdaptiveTextBlock.Subtle(
                                "The printout and the Excel file have all the figures. Versions to share hide small numbers."
                            ),
                        ],
                ],
                Actions =
                [
                    PeriodInputs.Button(filled, isForEvidence: false),
                    .. period is null
                        ? (AdaptiveAction[])[]
                        :
                        [
                            Of("Print report", MonitoringVerbs.Page, period),
                            Of("Download Excel", MonitoringVerbs.Excel, period),
                            Of("Share printout", MonitoringVerbs.PageToShare, period),
                            Of("Export to share", MonitoringVerbs.ExcelToShare, period),
                            EvidenceCard.Button(period),
                        ],
                ],
            },
            period is null ? Title : $"{Title}, {period}"
        );

    private static AdaptiveExecuteAction Of(string title, string verb, ReportPeriod period) =>
        AdaptiveExecuteAction.Of(title, verb, period.Code, leavesForm: true).Secondary();

    /// <summary>Returns the key figures. Everything else is in the page and the Excel file, so that the card fits a phone.</summary>
    private static IReadOnlyList<AdaptiveElement> Figures(ReportTables tables, string period)
    {
        var key = tables.KeyFigures();
        return
        [
            AdaptiveTextBlock.Heading(Title),
            AdaptiveTextBlock.Subtle(period),
            AdaptiveTable.Of(
                key.Headings.Count == 2 ? [5, 3] : [4, 3, 3],
                key.Headings,
                key.Rows.Select(row => new AdaptiveTableRow([.. row.Select(cell => AdaptiveTableCell.Of(cell.Text))]))
            ),
            AdaptiveRichTextBlock.Subtle(string.Join(" ", tables.Notes)),
        ];
    }
}
