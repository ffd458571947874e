using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Monitoring.Excel;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>
/// Makes the report as an Excel file: one sheet with all figures, and for practice managers one with the incidents and one with the
/// questions.
/// </summary>
internal sealed class ReportWorkbook(MonitoringReports reports, MonitoringLists lists, StaffOptions staff, Audience audience) : IFileContent
{
    private static readonly FileKind ForManager = new("monitoring-excel", "Monitoring report (Excel)");
    private static readonly FileKind ToShare = new("monitoring-excel-share", "Monitoring report to share (Excel)");

    public static FileKind KindOf(Audience audience) => audience == Audience.Manager ? ForManager : ToShare;

    public async Task<PreparedFile?> PrepareAsync(FileRequest request, CancellationToken cancellationToken) =>
        staff.ActsAsManager(request.PersonId)
        && ReportPeriod.Read(request.Arguments) is { } period
        && await reports.ComparedAsync(period, cancellationToken) is { Report: { } report }
            ? new(Name(period, audience), PreparedFile.Spreadsheet, (to, cancel) => WriteAsync(report, to, cancel))
            : null;

    public static string Name(ReportPeriod period, Audience audience) =>
        $"monitoring-{period.From:yyyy-MM-dd}-to-{period.To:yyyy-MM-dd}{(audience == Audience.Manager ? "" : "-to-share")}.xlsx";

    private async Task WriteAsync(MonitoringReport report, Stream to, CancellationToken cancellationToken)
    {
        var tables = new ReportTables(report, audience);
        using var workbook = new Workbook(to);
        await workbook.AddAsync("Summary", ["Monitoring report", "", ""], Summary(report, tables), cancellationToken);
        if (audience == Audience.Manager)
        {
            await workbook.AddAsync(
                EvidenceIncidents.Incidents,
                MonitoringLists.IncidentHeadings,
                lists.IncidentsAsync(report.Period, cancellationToken),
                cancellationToken
            );
            await workbook.AddAsync(
                "Questions",
                MonitoringLists.QuestionHeadings,
                lists.QuestionsAsync(report.Period, cancellationToken),
                cancellationToken
            );
        }
    }

    /// <summary>Returns the tables below each other, each with its title and headings.</summary>
    private static IEnumerable<IReadOnlyList<ReportCell>> Summary(MonitoringReport report, ReportTables tables) =>
        [
            [ReportCell.Of("From"), ReportCell.Of(report.Period.From)],
            [ReportCell.Of("To"), ReportCell.Of(report.Period.To)],
            [ReportCell.Of("Produced"), ReportCell.Of(report.AsOf)],
            .. tables.Notes.Select(note => (IReadOnlyList<ReportCell>)[ReportCell.Of(note)]),
            .. tables.All().Prepend(tables.KeyFigures()).SelectMany(Rows),
        ];

    private static IEnumerable<IReadOnlyList<ReportCell>> Rows(ReportTable table) =>
        [
            [ReportCell.Of("")],
            [ReportCell.Of(table.Title), .. table.Headings.Skip(1).Select(heading => ReportCell.Of(heading))],
            .. table.Rows,
            .. table.Note is { } note
                ? (IReadOnlyList<ReportCell>[])
                    [
                        [ReportCell.Of(note)],
                    ]
                : [],
        ];
}

/// <summary>Makes the report as a page to print.</summary>
internal sealed class ReportPrint(MonitoringReports reports, StaffOptions staff, Pages pages, Audience audience) : IFileContent
{
    private static readonly FileKind ForManager = new("monitoring-page", "Monitoring report (page)");
    private static readonly FileKind ToShare = new("monitoring-page-share", "Monitoring report to share (page)");

    public static FileKind KindOf(Audience audience) => audience == Audience.Manager ? ForManager : ToShare;

    public async Task<PreparedFile?> PrepareAsync(FileRequest request, CancellationToken cancellationToken) =>
        staff.ActsAsManager(request.PersonId)
        && ReportPeriod.Read(request.Arguments) is { } period
        && await reports.ReportAsync(period, cancellationToken) is { Report: { } report }
            ? new(
                "monitoring.html",
                PreparedFile.Page,
                (to, cancel) => pages.WriteAsync<ReportPage>(to, new() { ["Report"] = report, ["Audience"] = audience }, cancel)
            )
            : null;
}
