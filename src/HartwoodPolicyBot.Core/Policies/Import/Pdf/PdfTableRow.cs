namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>One row of a table, with the lines of each cell.</summary>
/// <param name="Sides">Whether the first cell is the heading of what is in the second.</param>
internal sealed record PdfTableRow(List<List<PdfRow>> Cells, bool IsFirst, TableSides Sides)
{
    /// <summary>The space that programs leave at the right of a cell, in points.</summary>
    public const double Padding = 5.4;

    /// <summary>The number of the column of each cell.</summary>
    public IReadOnlyList<int> Columns { get; init; } = [];

    /// <summary>Where lines are drawn at the left of the first column and at the right of each; empty where there are none.</summary>
    public IReadOnlyList<double> Edges { get; init; } = [];

    /// <summary>Whether it has words in one cell and not in the first, so that it is a row only where it is the rest of another.</summary>
    public bool IsOnlyRest { get; init; }

    /// <summary>Whether it is a paragraph of the text, with its number in the first cell.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Whether each cell begins with a heading, with its text below it.</summary>
    public bool AreSections =>
        Cells.Count > 1
        && Cells.TrueForAll(cell =>
            cell is [var heading, .. { Count: > 0 } text]
            && SideHeadings.IsLabel(heading.Text, heading.Look.Bold)
            && !DocumentControl.IsLabel(heading.Text)
            && !text.Exists(row => row.Look.Bold)
        );
}
