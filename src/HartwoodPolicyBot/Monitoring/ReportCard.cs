using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Monitoring.Evidence;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>The report for the practice manager, with what can be done with it, and for the channel.</summary>
internal static class ReportCard
{
    private const string Title = "Monitoring report";
    private const int MostSquares = 10;

    /// <param name="report">In full.</param>
    /// <param name="asked">What the form shows as chosen.</param>
    public static Activity Message(MonitoringReport report, PeriodAsked asked) =>
        Card(Figures(new(report, Audience.Manager), $"{report.Period}"), PeriodInputs.Filled(asked, report.Period), report.Period);

    /// <summary>The form again, with what to put right.</summary>
    public static Activity Refused(string sentence, PeriodAsked asked) =>
        Card([TextBlock.Heading(Title), .. TextBlock.Warning(sentence)], asked, null);

    /// <summary>For everybody in the channel: without counts that could point at a person.</summary>
    public static Activity Post(MonitoringReport report)
    {
        var summary = $"{Title}: {report.Period.From:MMMM yyyy}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. Figures(new(report, Audience.Everybody), $"{report.Period.From:MMMM yyyy}"),
                    TextBlock.Subtle(
                        "Practice managers: type monitoring report in your private chat with me for all figures, the printable page and the Excel file."
                    ),
                ],
                Actions = [ExecuteAction.Of("What can I ask?", Bot.HelpCard.Verb)],
            },
            summary
        );
    }

    private static Activity Card(IReadOnlyList<CardElement> figures, PeriodAsked filled, ReportPeriod? period) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body =
                [
                    .. figures,
                    .. PeriodInputs.Of(filled),
                    .. period is null ? (CardElement[])[] : [TextBlock.Subtle("To share: small numbers are hidden.")],
                ],
                Actions =
                [
                    PeriodInputs.Button(filled, isForEvidence: false),
                    .. period is null
                        ? (CardAction[])[]
                        :
                        [
                            Of("Printable page", MonitoringVerbs.Page, period),
                            Of("Excel file", MonitoringVerbs.Excel, period),
                            Of("Page to share", MonitoringVerbs.PageToShare, period),
                            Of("Excel to share", MonitoringVerbs.ExcelToShare, period),
                            EvidenceCard.Button(period),
                        ],
                ],
            },
            period is null ? Title : $"{Title}, {period}"
        );

    private static ExecuteAction Of(string title, string verb, ReportPeriod period) =>
        ExecuteAction.Of(title, verb, period.Code, leavesForm: true);

    private static IReadOnlyList<CardElement> Figures(ReportTables tables, string period)
    {
        var all = tables.All();
        CardElement?[] charts =
        [
            Chart(Named(ReportTables.Sources), "Source", "Incidents"),
            Chart(Named(tables.Trained), "Training", "Staff"),
        ];
        return
        [
            TextBlock.Heading(Title),
            TextBlock.Subtle(period),
            new TextBlock($"Incidents reported: {tables.Incidents.Text}") { Weight = "Bolder" },
            .. charts.OfType<CardElement>(),
            .. all.Select(table => new TextBlock(CardText.Formatted($"**{table.Title}**: {CardText.Escape(table.Sentence())}."))
            {
                Spacing = "Small",
            }),
            .. tables.Notes.Select(note => TextBlock.Subtle(note)),
        ];

        ReportTable Named(string title) => all.Single(table => table.Title == title);
    }

    /// <summary>Null when there is nothing to draw, or something that is hidden: bars that are missing mislead.</summary>
    private static BarChart? Chart(ReportTable table, string xAxis, string yAxis)
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
                Fallback = new Container
                {
                    Items =
                    [
                        new TextBlock(table.Title) { Weight = "Bolder" },
                        new FactSet
                        {
                            Facts =
                            [
                                .. rows.Select(row => new CardFact(row[0].Text, $"{Squares(row[1], highest)} {row[1].Text}".TrimStart())),
                            ],
                        },
                    ],
                },
            };
    }

    /// <summary>For the eye; the number stands beside them.</summary>
    private static string Squares(ReportCell cell, int highest) =>
        new('■', cell is ReportCell.Number { Value: var value } ? (int)Math.Ceiling(MostSquares * value / highest) : 0);
}
