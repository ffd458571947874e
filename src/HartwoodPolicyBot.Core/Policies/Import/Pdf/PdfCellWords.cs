namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Joins the lines of a cell. A long address that fills a line is cut anywhere, and goes on in the next line.</summary>
internal static class PdfCellWords
{
    private const double WidestLetter = 1;
    private static readonly string[] Ends = [".uk", ".com", ".org", ".net"];

    /// <param name="lines">The lines of the cell.</param>
    /// <param name="right">Where the line at the right of the cell is; null where none is drawn.</param>
    /// <param name="joiner">Joins the others.</param>
    public static string Of(IReadOnlyList<PdfRow> lines, double? right, LineJoiner joiner)
    {
        var text = lines[0].Text;
        for (var i = 1; i < lines.Count; i++)
        {
            text = IsCut(lines[i - 1], right) ? text + lines[i].Text : joiner.Join(text, lines[i].Text);
        }

        return PlainWords.Clean(text);
    }

    private static bool IsCut(PdfRow line, double? right) =>
        right is { } edge
        && edge - PdfTableRow.Padding - line.Right < WidestLetter * line.Size
        && !line.Text.Contains(' ')
        && line.Text.AsSpan().IndexOfAny('@', '.', '/') > 0
        && line.Text[^1] is not ('.' or ',' or ';')
        && !Array.Exists(Ends, end => line.Text.EndsWith(end, StringComparison.Ordinal));
}
