using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using HartwoodPolicyBot.Core.Monitoring;

namespace HartwoodPolicyBot.Monitoring.Excel;

/// <summary>
/// Writes one sheet row by row: the headings stay visible, and the columns are as wide as the first rows need.
/// </summary>
internal sealed class SheetWriter(Stream to, IReadOnlyList<string> headings) : IDisposable
{
    private const uint A4 = 9;
    private const int LookedAt = 100;
    private const int Narrowest = 9;
    private const int Widest = 60;
    private static readonly OpenXmlAttribute[][] Texts = Attributes("inlineStr");
    private static readonly OpenXmlAttribute[][] Numbers = Attributes(null);
    private static readonly (Row Row, Cell Cell, CellValue Value, InlineString Inline, Text Text) Shapes = (
        new(),
        new(),
        new(),
        new(),
        new()
    );
    private static readonly OpenXmlAttribute[] Preserve = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];
    private readonly OpenXmlWriter writer = OpenXmlWriter.Create(to);

    /// <summary>Says whether there are rows that no longer fit. The next sheet begins with the current row.</summary>
    public bool HasMore { get; private set; }

    public async Task WriteAsync(IAsyncEnumerator<IReadOnlyList<ReportCell>> rows, int most)
    {
        var first = new List<IReadOnlyList<ReportCell>>();
        while (first.Count < LookedAt && await rows.MoveNextAsync())
        {
            first.Add(rows.Current);
        }

        Begin(first);
        first.ForEach(WriteRow);
        var written = first.Count;
        while (written >= LookedAt && written < most && await rows.MoveNextAsync())
        {
            WriteRow(rows.Current);
            written++;
        }

        HasMore = written == most;
        writer.WriteEndElement();
        writer.WriteElement(
            new PageSetup
            {
                Orientation = OrientationValues.Landscape,
                PaperSize = A4,
                FitToWidth = 1,
                FitToHeight = 0,
            }
        );
        writer.WriteEndElement();
    }

    public void Dispose() => writer.Dispose();

    private void Begin(List<IReadOnlyList<ReportCell>> first)
    {
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        writer.WriteElement(
            new Columns(
                headings.Select(
                    (heading, at) =>
                        new Column
                        {
                            Min = (uint)(at + 1),
                            Max = (uint)(at + 1),
                            Width = Math.Clamp(
                                first.Where(row => row.Count == headings.Count).Select(row => WidthOf(row[at])).Append(heading.Length).Max()
                                    + 2,
                                Narrowest,
                                Widest
                            ),
                            CustomWidth = true,
                        }
                )
            )
        );
        writer.WriteStartElement(new SheetData());
        writer.WriteStartElement(Shapes.Row);
        foreach (var heading in headings)
        {
            WriteText(heading, SheetStyles.Heading);
        }

        writer.WriteEndElement();
    }

    private static int WidthOf(ReportCell cell) =>
        cell switch
        {
            ReportCell.Day => "31 Dec 2026".Length,
            ReportCell.Moment => "31 Dec 2026 23:59".Length,
            _ => cell.Text.Length,
        };

    private void WriteRow(IReadOnlyList<ReportCell> row)
    {
        writer.WriteStartElement(Shapes.Row);
        foreach (var cell in row)
        {
            switch (cell)
            {
                case ReportCell.Number { Value: var value }:
                    WriteNumber(
                        value.ToString(CultureInfo.InvariantCulture),
                        value == Math.Truncate(value) ? SheetStyles.Whole : SheetStyles.Decimal
                    );
                    break;
                case ReportCell.Day { Date: var date }:
                    WriteNumber(date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture), SheetStyles.Date);
                    break;
                case ReportCell.Moment { Local: var local }:
                    WriteNumber(local.ToOADate().ToString(CultureInfo.InvariantCulture), SheetStyles.Moment);
                    break;
                default:
                    WriteText(
                        cell.Text,
                        row.Count == 1 ? SheetStyles.Note
                            : SheetText.LooksLikeFormula(cell.Text) ? SheetStyles.Quoted
                            : SheetStyles.Text
                    );
                    break;
            }
        }

        writer.WriteEndElement();
    }

    private void WriteNumber(string value, int style)
    {
        writer.WriteStartElement(Shapes.Cell, Numbers[style]);
        writer.WriteStartElement(Shapes.Value);
        writer.WriteString(value);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>Writes a cell of type text, so that a spreadsheet never calculates it, whatever it begins with.</summary>
    private void WriteText(string text, int style)
    {
        writer.WriteStartElement(Shapes.Cell, Texts[style]);
        writer.WriteStartElement(Shapes.Inline);
        writer.WriteStartElement(Shapes.Text, Preserve);
        writer.WriteString(SheetText.Clean(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static OpenXmlAttribute[][] Attributes(string? type) =>
        [
            .. Enumerable
                .Range(SheetStyles.Text, SheetStyles.Last + 1)
                .Select(style =>
                    (OpenXmlAttribute[])
                        [
                            new("s", "", style.ToString(CultureInfo.InvariantCulture)),
                            .. type is null ? (OpenXmlAttribute[])[] : [new("t", "", type)],
                        ]
                ),
        ];
}
