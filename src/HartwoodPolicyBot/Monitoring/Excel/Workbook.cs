using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Monitoring;

namespace HartwoodPolicyBot.Monitoring.Excel;

/// <summary>
/// Writes an Excel file from beginning to end, row by row, to any stream, so that no sheet is held in memory as a whole. The
/// library's document classes keep each part in memory until the end, so only its writer is used.
/// </summary>
/// <remarks>Source: ECMA-376, SpreadsheetML and Open Packaging Conventions.</remarks>
internal sealed class Workbook : IDisposable
{
    /// <summary>Excel's limit of rows in a sheet, without the row of headings.</summary>
    private const int MostRows = 1_048_575;
    private const int LongestName = 31;
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private readonly Package package;
    private readonly List<string> sheets = [];

    public Workbook(Stream to) => package = Package.Open(to, FileMode.Create, FileAccess.Write);

    public Task AddAsync(ReportTable table, CancellationToken cancellationToken) =>
        AddAsync(
            table.Title,
            table.Headings,
            table.Note is { } note ? [.. table.Rows, [ReportCell.Of("")], [ReportCell.Of(note)]] : table.Rows,
            cancellationToken
        );

    public Task AddAsync(
        string name,
        IReadOnlyList<string> headings,
        IEnumerable<IReadOnlyList<ReportCell>> rows,
        CancellationToken cancellationToken
    ) => AddAsync(name, headings, rows.ToAsyncEnumerable(), cancellationToken);

    /// <summary>Adds a table whose rows are written as they come, in as many sheets as they need.</summary>
    public async Task AddAsync(
        string name,
        IReadOnlyList<string> headings,
        IAsyncEnumerable<IReadOnlyList<ReportCell>> rows,
        CancellationToken cancellationToken
    )
    {
        await using var all = rows.GetAsyncEnumerator(cancellationToken);
        var number = 1;
        do
        {
            sheets.Add(number == 1 ? Excerpt.Cut(name, LongestName) : $"{Excerpt.Cut(name, LongestName - 4)} {number}");
            await using var part = Part($"/xl/worksheets/sheet{sheets.Count}.xml", "worksheet+xml");
            using var sheet = new SheetWriter(part, headings);
            await sheet.WriteAsync(all, MostRows);
            number = sheet.HasMore ? number + 1 : 0;
        } while (number > 0);
    }

    /// <summary>Writes the list of the sheets and ends the file.</summary>
    public void Dispose()
    {
        var workbook = PackUriHelper.CreatePartUri(new Uri("/xl/workbook.xml", UriKind.Relative));
        var part = package.CreatePart(workbook, ContentTypes + "sheet.main+xml", CompressionOption.Normal);
        using (var stream = part.GetStream(FileMode.Create, FileAccess.Write))
        using (var writer = OpenXmlWriter.Create(stream))
        {
            writer.WriteStartDocument();
            writer.WriteElement(
                new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                    new Sheets(
                        sheets.Select(
                            (name, at) =>
                                new Sheet
                                {
                                    Name = name,
                                    SheetId = (uint)(at + 1),
                                    Id = Id(at),
                                }
                        )
                    )
                )
            );
        }

        using (var stream = Part("/xl/styles.xml", "styles+xml"))
        using (var writer = OpenXmlWriter.Create(stream))
        {
            writer.WriteStartDocument();
            writer.WriteElement(SheetStyles.Sheet());
        }

        foreach (var at in Enumerable.Range(0, sheets.Count))
        {
            part.CreateRelationship(
                new Uri($"/xl/worksheets/sheet{at + 1}.xml", UriKind.Relative),
                TargetMode.Internal,
                $"{Relationships}/worksheet",
                Id(at)
            );
        }

        part.CreateRelationship(new Uri("/xl/styles.xml", UriKind.Relative), TargetMode.Internal, $"{Relationships}/styles", "styles");
        package.CreateRelationship(workbook, TargetMode.Internal, $"{Relationships}/officeDocument", "workbook");
        package.Close();
    }

    private static string Id(int at) => $"sheet{at + 1}";

    private Stream Part(string path, string type) =>
        package
            .CreatePart(new Uri(path, UriKind.Relative), ContentTypes + type, CompressionOption.Fast)
            .GetStream(FileMode.Create, FileAccess.Write);
}
