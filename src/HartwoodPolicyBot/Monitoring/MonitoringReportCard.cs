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
                    AdaptiveTextBlock.Subtle("Practice managers can type “monitoring report” in our chat for the full report."),
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
                    .. period is null ? (AdaptiveElement[])[] : [AdaptiveTextBlock.Subtle("Versions to share hide small numbers.")],
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

    private static IReadOnlyList<AdaptiveElement> Figures(ReportTables tables, string period)
    {
        var all = tables.All();
        AdaptiveElement?[] charts =
        [
            Chart(Named(ReportTables.Sources), "Source", "Incidents"),
            Chart(Named(tables.Trained), "Training", "Staff"),
        ];
        return
        [
            AdaptiveTextBlock.Heading(Title),
            AdaptiveTextBlock.Subtle(period),
            new AdaptiveRichTextBlock($"Incidents reported: {tables.Incidents.Text}") { Weight = "Bolder" },
            .. charts.OfType<AdaptiveElement>(),
            .. all.Select(table => AdaptiveRichTextBlock.Labelled(table.Title, $"{table.Sentence()}.", "Small")),
            .. tables.Notes.Select(note => AdaptiveRichTextBlock.Subtle(note)),
        ];

        ReportTable Named(string title) => all.Single(table => table.Title == title);
    }

    /// <summary>
    /// Makes a chart of a table; null if it has no rows, or hidden counts, because missing bars would mislead.
    /// </summary>
    private static AdaptiveVerticalBarChart? Chart(ReportTable table, string xAxis, string yAxis)
    {
        var rows = table.Rows.Where(row => row[0].Text != "All").ToList();
        var bars = rows.Select(row => row[1])
            .OfType<ReportCell.Number>()
            .Zip(rows, (count, row) => new ChartBar(row[0].Text, (int)count.Value))
            .ToList();
        var highest = bars.Select(bar => bar.Y).DefaultIfEmpty().Max();
        return highest == 0 || bars.Count < rows.Count
            ? null
            : new()
            {
                Title = table.Title,
                XAxisTitle = xAxis,
                YAxisTitle = yAxis,
                Data = bars,
                Fallback = new AdaptiveContainer
                {
                    Items =
                    [
                        new AdaptiveTextBlock(table.Title) { Weight = "Bolder" },
                        new AdaptiveFactSet { Facts = [.. rows.Select(row => new AdaptiveFact(row[0].Text, row[1].Text))] },
                    ],
                },
            };
    }
}
