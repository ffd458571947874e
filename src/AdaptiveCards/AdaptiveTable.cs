namespace AdaptiveCards;

/// <summary>Rows and columns with a row of headings, which screen readers read out with each cell.</summary>
/// <remarks>Source: adaptivecards.io, Table (1.5).</remarks>
public sealed class AdaptiveTable : AdaptiveElement
{
    public required IReadOnlyList<AdaptiveTableColumnDefinition> Columns { get; init; }
    public bool FirstRowAsHeaders { get; } = true;
    public required IReadOnlyList<AdaptiveTableRow> Rows { get; init; }

    /// <param name="widths">How wide each column is, against the others.</param>
    /// <param name="headings">The first row.</param>
    /// <param name="rows">The others.</param>
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

public sealed record AdaptiveTableColumnDefinition(int Width);

public sealed class AdaptiveTableRow(IReadOnlyList<AdaptiveTableCell> cells)
{
    public string Type { get; } = "TableRow";
    public IReadOnlyList<AdaptiveTableCell> Cells { get; } = cells;
}

public sealed class AdaptiveTableCell(IReadOnlyList<AdaptiveElement> items)
{
    public string Type { get; } = "TableCell";
    public IReadOnlyList<AdaptiveElement> Items { get; } = items;

    /// <summary>What a tap on the cell does.</summary>
    public AdaptiveAction? SelectAction { get; init; }

    public static AdaptiveTableCell Of(string text) => new([new AdaptiveTextBlock(text)]);

    public static AdaptiveTableCell Link(AdaptiveAction action) => Link(action.Title, action);

    /// <summary>For the eye the column says the rest; the action's own title says all of it to a screen reader.</summary>
    public static AdaptiveTableCell Link(string text, AdaptiveAction action) =>
        new([new AdaptiveTextBlock(text) { Color = "Accent", Weight = "Bolder" }]) { SelectAction = action };
}
