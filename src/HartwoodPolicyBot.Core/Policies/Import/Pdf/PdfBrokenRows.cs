namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Tells whether the first row of a page is the rest of the last row of the page before it, and puts the two together.</summary>
internal static class PdfBrokenRows
{
    private const double SamePlace = 3;

    private const double Space = 0.28;

    /// <param name="above">The last row of a page.</param>
    /// <param name="rest">The first row of the next.</param>
    /// <param name="hasMerged">Whether other rows of the table have nothing in their first cell.</param>
    public static bool GoesOn(PdfTableRow above, PdfTableRow rest, bool hasMerged)
    {
        if (above.Edges.Count < 2 || !AreSame(above.Edges, rest.Edges) || !rest.Columns.All(above.Columns.Contains))
        {
            return false;
        }

        if (rest.Columns[0] > 0 && above.Columns[0] == 0 && !hasMerged)
        {
            return true;
        }

        // A row of its own begins with words for which the cells above had room, or after a full stop.
        return rest.Columns.All(column => !HadRoom(column)) && rest.Columns.Any(IsInTheMiddle);

        bool HadRoom(int column)
        {
            var (last, first) = (Cell(above, column)[^1], Cell(rest, column)[0]);
            return last.Right + (Space * last.Size) + first.Segments[0].FirstWord <= above.Edges[column + 1] - PdfTableRow.Padding;
        }

        bool IsInTheMiddle(int column) =>
            Cell(above, column)[^1].Text is [.., not ('.' or ':' or ';' or '?' or '!')]
            && char.IsLower(Cell(rest, column)[0].Text.FirstOrDefault(char.IsLetterOrDigit));
    }

    public static PdfTableRow Join(PdfTableRow above, PdfTableRow rest) =>
        above with
        {
            Cells =
            [
                .. above.Columns.Select(
                    (column, cell) => rest.Columns.Contains(column) ? [.. above.Cells[cell], .. Cell(rest, column)] : above.Cells[cell]
                ),
            ],
        };

    private static List<PdfRow> Cell(PdfTableRow row, int column) => row.Cells[row.Columns.ToList().IndexOf(column)];

    private static bool AreSame(IReadOnlyList<double> edges, IReadOnlyList<double> others) =>
        edges.Count == others.Count && edges.Zip(others).All(pair => Math.Abs(pair.First - pair.Second) <= SamePlace);
}
