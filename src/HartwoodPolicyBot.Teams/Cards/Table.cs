namespace HartwoodPolicyBot.Teams.Cards;

/// <summary>Rows and columns with a row of headings, which screen readers read out with each cell.</summary>
/// <remarks>Source: adaptivecards.io, Table (1.5).</remarks>
public sealed class Table : CardElement
{
    public required IReadOnlyList<TableColumn> Columns { get; init; }
    public bool FirstRowAsHeaders { get; } = true;
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <param name="widths">How wide each column is, against the others.</param>
    /// <param name="headings">The first row.</param>
    /// <param name="rows">The others.</param>
    public static Table Of(IReadOnlyList<int> widths, IReadOnlyList<string> headings, IEnumerable<TableRow> rows) =>
        new()
        {
            Columns = [.. widths.Select(width => new TableColumn(width))],
            Rows = [new TableRow([.. headings.Select(heading => new TableCell([new TextBlock(heading) { Weight = "Bolder" }]))]), .. rows],
        };
}

public sealed record TableColumn(int Width);

public sealed class TableRow(IReadOnlyList<TableCell> cells)
{
    public string Type { get; } = "TableRow";
    public IReadOnlyList<TableCell> Cells { get; } = cells;
}

public sealed class TableCell(IReadOnlyList<CardElement> items)
{
    public string Type { get; } = "TableCell";
    public IReadOnlyList<CardElement> Items { get; } = items;

    /// <summary>What a tap on the cell does.</summary>
    public CardAction? SelectAction { get; init; }

    public static TableCell Of(string text) => new([new TextBlock(text)]);

    public static TableCell Link(CardAction action) => Link(action.Title, action);

    /// <summary>For the eye the column says the rest; the action's own title says all of it to a screen reader.</summary>
    public static TableCell Link(string text, CardAction action) =>
        new([new TextBlock(text) { Color = "Accent", Weight = "Bolder" }]) { SelectAction = action };
}
