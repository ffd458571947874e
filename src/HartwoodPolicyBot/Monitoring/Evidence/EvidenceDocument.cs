using System.Text;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Monitoring.Evidence;

/// <summary>
/// Writes the evidence pack's document as one HTML page that needs no script, link or style from elsewhere. It is written some
/// rows at a time, each part by a component, because the document of a large group of practices would not fit into memory.
/// </summary>
internal sealed class EvidenceDocument(EvidenceIncidents incidents, Pages pages, IWebHostEnvironment site)
{
    private const int AtATime = 200;
    private const string End = "</main></body></html>";

    public async Task WriteAsync(
        MonitoringReport report,
        IReadOnlyList<EvidenceTable> tables,
        Stream to,
        CancellationToken cancellationToken
    )
    {
        var style = site.WebRootFileProvider.GetFileInfo("site.css");
        await using var css = style.CreateReadStream();
        using var reader = new StreamReader(css);
        await TextAsync(
            to,
            "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                + "content=\"width=device-width, initial-scale=1\"><title>Evidence "
                + $"pack</title><style>{await reader.ReadToEndAsync(cancellationToken)}</style></head><body "
                + "class=\"report\"><main>",
            cancellationToken
        );
        await pages.WriteAsync<EvidenceHead>(to, new() { ["Report"] = report }, cancellationToken);
        foreach (var table in tables.Where(table => table.Title is not (EvidenceIncidents.Incidents or EvidenceIncidents.Actions)))
        {
            await TableAsync(to, table, cancellationToken);
        }

        await pages.WriteAsync<EvidenceHeading>(
            to,
            new() { ["Title"] = EvidenceIncidents.Incidents, ["Note"] = report.Incidents.All == 0 ? "None reported in the period." : null },
            cancellationToken
        );
        await foreach (var some in incidents.ReadAsync(report.Period, cancellationToken).Chunk(AtATime).WithCancellation(cancellationToken))
        {
            await pages.WriteAsync<EvidenceIncidentList>(to, new() { ["Incidents"] = some }, cancellationToken);
        }

        await TextAsync(to, End, cancellationToken);
    }

    private async Task TableAsync(Stream to, EvidenceTable table, CancellationToken cancellationToken)
    {
        await pages.WriteAsync<EvidenceHeading>(to, new() { ["Title"] = table.Title, ["Note"] = table.Note }, cancellationToken);
        var isEmpty = true;
        await foreach (var rows in table.Rows(cancellationToken).Chunk(AtATime).WithCancellation(cancellationToken))
        {
            isEmpty = false;
            await pages.WriteAsync<ReportTableView>(
                to,
                new() { ["Table"] = new ReportTable(table.Title, table.Headings, rows) },
                cancellationToken
            );
        }

        if (isEmpty)
        {
            await pages.WriteAsync<EvidenceHeading>(to, new() { ["Note"] = "None." }, cancellationToken);
        }
    }

    private static async Task TextAsync(Stream to, string text, CancellationToken cancellationToken) =>
        await to.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
}
