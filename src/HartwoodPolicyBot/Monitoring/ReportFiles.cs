using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Monitoring.Excel;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>
/// Makes the report as an Excel file with one sheet for each table, and for practice managers the rows behind them.
/// </summary>
internal sealed class ReportWorkbook(MonitoringReports reports, MonitoringLists lists, StaffOptions staff, Audience audience) : IFileContent
{
    private static readonly FileKind ForManager = new("monitoring-excel", "Monitoring report (Excel)");
    private static readonly FileKind ToShare = new("monitoring-excel-share", "Monitoring report to share (Excel)");

    public static FileKind KindOf(Audience audience) => audience == Audience.Manager ? ForManager : ToShare;

    public async Task<PreparedFile?> PrepareAsync(FileRequest request, CancellationToken cancellationToken) =>
        staff.ActsAsManager(request.PersonId)
        && ReportPeriod.Read(request.Arguments) is { } period
        && await reports.ReportAsync(period, cancellationToken) is { Report: { } report }
            ? new(Name(period, audience), PreparedFile.Spreadsheet, (to, cancel) => WriteAsync(report, to, cancel))
            : null;

    public static string Name(ReportPeriod period, Audience audience) =>
        $"monitoring-{period.From:yyyy-MM-dd}-to-{period.To:yyyy-MM-dd}{(audience == Audience.Manager ? "" : "-to-share")}.xlsx";

    private async Task WriteAsync(MonitoringReport report, Stream to, CancellationToken cancellationToken)
    {
        var tables = new ReportTables(report, audience);
        using var workbook = new Workbook(to);
        await workbook.AddAsync(
            "About",
            ["Monitoring report", ""],
            [
                [ReportCell.Of("From"), ReportCell.Of(report.Period.From)],
                [ReportCell.Of("To"), ReportCell.Of(report.Period.To)],
                [ReportCell.Of("Produced"), ReportCell.Of(report.AsOf)],
                [ReportCell.Of("Incidents"), tables.Incidents],
                .. tables.Notes.Select(note => (IReadOnlyList<ReportCell>)[ReportCell.Of(note)]),
            ],
            cancellationToken
        );
        foreach (var table in tables.All())
        {
            await workbook.AddAsync(table, cancellationToken);
        }

        if (audience == Audience.Manager)
        {
            await workbook.AddAsync(
                EvidenceIncidents.Incidents,
                MonitoringLists.IncidentHeadings,
                lists.IncidentsAsync(report.Period, cancellationToken),
                cancellationToken
            );
            await workbook.AddAsync(
                "Questions asked",
                MonitoringLists.QuestionHeadings,
                lists.QuestionsAsync(report.Period, cancellationToken),
                cancellationToken
            );
        }
    }
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
