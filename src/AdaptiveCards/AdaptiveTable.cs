using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Shows rows and columns with a row of headings, which screen readers read out with each cell.</summary>
/// <remarks>Source: adaptivecards.io, Table (1.5).</remarks>
public sealed class AdaptiveTable() : AdaptiveElement("Table")
{
    public required IReadOnlyList<AdaptiveTableColumnDefinition> Columns { get; init; }
    public bool FirstRowAsHeaders { get; } = true;
    public required IReadOnlyList<AdaptiveTableRow> Rows { get; init; }

    internal override AdaptiveElement Shortened(TextCut cut) =>
        new AdaptiveTable
        {
            Columns = Columns,
            Rows = [.. Rows.Select(row => row.Shortened(cut))],
            Spacing = Spacing,
            Separator = Separator,
        };

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveTable.SerializeHandler!(writer, this);

    /// <param name="widths">The relative width of each column.</param>
    /// <param name="headings">The headings in the first row.</param>
    /// <param name="rows">The other rows.</param>
    public static AdaptiveTable Of(IReadOnlyList<int> widths, IReadOnlyList<string> headings, IEnumerable<AdaptiveTableRow> rows) =>
        new()
        {
            Columns = [.. widths.Select(width => new AdaptiveTableColumnDefinition(width))],
            Rows =
            [
                new AdaptiveTableRow([
                    .. headings.Select(heading => new AdaptiveTableCell([new AdaptiveTextBlock(heading) { Weight = "Bolder" }])),
                ]),
                .. rows,
            ],
        };
}

/// <summary>Sets the relative width of a column.</summary>
public sealed record AdaptiveTableColumnDefinition(int Width);

/// <summary>Represents a row of a table.</summary>
public sealed class AdaptiveTableRow(IReadOnlyList<AdaptiveTableCell> cells)
{
    public string Type { get; } = "TableRow";
    public IReadOnlyList<AdaptiveTableCell> Cells { get; } = cells;

    internal AdaptiveTableRow Shortened(TextCut cut) => new([.. Cells.Select(cell => cell.Shortened(cut))]);
}

/// <summary>Represents a cell of a table.</summary>
public sealed class AdaptiveTableCell(IReadOnlyList<AdaptiveElement> items)
{
    public string Type { get; } = "TableCell";
    public IReadOnlyList<AdaptiveElement> Items { get; } = items;

    /// <summary>The action of a tap on the cell.</summary>
    public AdaptiveAction? SelectAction { get; init; }

    /// <summary>The height that a thumb needs, for a cell to tap.</summary>
    public string? MinHeight => SelectAction is null ? null : AdaptiveContainer.TapHeight;

    public string? VerticalContentAlignment => SelectAction is null ? null : "Center";

    internal AdaptiveTableCell Shortened(TextCut cut)
    {
        var inside = SelectAction is null ? cut : cut.ForTap();
        return new([.. Items.Select(item => item.Shortened(inside))]) { SelectAction = SelectAction?.Shortened(inside) };
    }

    public static AdaptiveTableCell Of(string text) => new([new AdaptiveRichTextBlock(text)]);

    /// <summary>
    /// Makes a cell with a smaller line below its text. On a phone, two lines in a wide column leave room for a long name; two narrow
    /// columns would let it run into the next.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="below">The smaller line; null for none.</param>
    public static AdaptiveTableCell Of(string text, string? below) =>
        below is null ? Of(text) : new([new AdaptiveRichTextBlock(text), AdaptiveRichTextBlock.Subtle(below)]);

    public static AdaptiveTableCell Link(AdaptiveAction action) => Link(action.Title, action);

    /// <summary>
    /// Makes a cell with a short text that is clear from its column. Screen readers read the action's title instead, which must
    /// be complete.
    /// </summary>
    public static AdaptiveTableCell Link(string text, AdaptiveAction action) =>
        new([new AdaptiveRichTextBlock(text) { Color = "Accent", Weight = "Bolder" }]) { SelectAction = action };
}
