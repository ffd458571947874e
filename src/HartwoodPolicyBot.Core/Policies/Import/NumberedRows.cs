namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>
/// Tells a policy that is set in a table, with the numbers of its paragraphs in the first column, from a table with numbered rows: some
/// of its rows are headings, and nothing names its columns.
/// </summary>
internal static class NumberedRows
{
    private const int LongestNumber = 8;
    private const int FewestHeadings = 2;
    private const int FewestTexts = 2;
    private const double Mostly = 0.75;

    /// <summary>Says whether a cell holds only the number or letter of a paragraph.</summary>
    public static bool IsNumber(string cell) =>
        cell.Length < LongestNumber && (PlainWords.NumberDepth(cell + " ") > 0 || PlainWords.StartsWithListNumber(cell + " x"));

    /// <param name="rows">The rows of a table.</param>
    /// <param name="goOn">Whether they may be the next part of such a policy.</param>
    public static bool AreText(IReadOnlyList<NumberedRow> rows, bool goOn = false)
    {
        var divided = rows.Where(row => row.Cells > 1).ToList();
        return (goOn && divided.TrueForAll(row => row.HasNumber))
            || divided.Count > 0
                && divided[0].HasNumber
                && divided.Count(row => row.HasNumber) >= divided.Count * Mostly
                && rows.Count(row => row.StandsOut) >= FewestHeadings
                && divided.Count(row => row is { HasNumber: true, StandsOut: false }) >= FewestTexts;
    }
}

/// <summary>What tells whether a row of a table is a paragraph with its number.</summary>
/// <param name="Cells">How many cells with words it has.</param>
/// <param name="HasNumber">Whether it is two cells, with a number in the first.</param>
/// <param name="StandsOut">Whether its words look like a heading.</param>
internal sealed record NumberedRow(int Cells, bool HasNumber, bool StandsOut);
