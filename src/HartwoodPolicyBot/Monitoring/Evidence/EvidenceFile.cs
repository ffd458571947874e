using System.IO.Compression;
using System.Text;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Monitoring.Excel;

namespace HartwoodPolicyBot.Monitoring.Evidence;

/// <summary>
/// Makes the evidence pack: one zip file with a Word document to read, the same tables as an Excel file, and the text of each
/// policy.
/// </summary>
internal sealed class EvidenceFile(
    EvidencePack pack,
    EvidencePolicies policies,
    EvidenceIncidents incidents,
    EvidenceDocument document,
    StaffOptions staff
) : IFileContent
{
    public static FileKind Kind { get; } = new("monitoring-evidence", "Evidence pack");

    public static string Name(ReportPeriod period) => $"evidence-{period.From:yyyy-MM-dd}-to-{period.To:yyyy-MM-dd}.zip";

    public async Task<PreparedFile?> PrepareAsync(FileRequest request, CancellationToken cancellationToken) =>
        staff.ActsAsManager(request.PersonId)
        && ReportPeriod.Read(request.Arguments) is { } period
        && await pack.ReportAsync(period, cancellationToken) is { } report
            ? new(Name(period), "application/zip", (to, cancel) => WriteAsync(report, to, cancel))
            : null;

    private static IEnumerable<IReadOnlyList<ReportCell>> About(MonitoringReport report, IReadOnlyList<EvidenceTable> tables) =>
        [
            [ReportCell.Of("From"), ReportCell.Of(report.Period.From)],
            [ReportCell.Of("To"), ReportCell.Of(report.Period.To)],
            [ReportCell.Of("Produced"), ReportCell.Of(report.AsOf)],
            .. EvidencePack.Notes.Select(note => (IReadOnlyList<ReportCell>)[ReportCell.Of(note)]),
            .. tables
                .Where(table => table.Note is not null)
                .Select(table => (IReadOnlyList<ReportCell>)[ReportCell.Of($"{table.Title}: {table.Note}")]),
        ];

    private async Task WriteAsync(MonitoringReport report, Stream to, CancellationToken cancellationToken)
    {
        var enclosed = await policies.AllAsync(report.Period, cancellationToken);
        var tables = await pack.TablesAsync(report, enclosed, cancellationToken);
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        // Word and Excel files are compressed already.
        await using (var entry = await zip.CreateEntry("evidence.docx", CompressionLevel.NoCompression).OpenAsync(cancellationToken))
        {
            await document.WriteAsync(report, tables, entry, cancellationToken);
        }

        await using (var entry = await zip.CreateEntry("evidence.xlsx", CompressionLevel.NoCompression).OpenAsync(cancellationToken))
        {
            using var workbook = new Workbook(entry);
            await workbook.AddAsync("About", ["Evidence pack", ""], About(report, tables), cancellationToken);
            foreach (var table in tables.Append(incidents.Timeline(report.Period)))
            {
                await workbook.AddAsync(table.Title, table.Headings, table.Rows(cancellationToken), cancellationToken);
            }
        }

        // Two versions with the same text have the same file.
        foreach (
            var policy in enclosed
                .Where(policy => policy.FileName is not null)
                .DistinctBy(policy => policy.FileName, StringComparer.Ordinal)
        )
        {
            await using var entry = await zip.CreateEntry(policy.FileName!).OpenAsync(cancellationToken);
            await entry.WriteAsync(Encoding.UTF8.GetBytes(policy.Text!), cancellationToken);
        }
    }
}
