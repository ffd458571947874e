namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>
/// Finds the header and footer of a file of one page, which can't be known by coming again: they are nearer to the edge of the paper
/// than the text is to its side, and the text begins below that.
/// </summary>
internal static class MarginLines
{
    private const double Widest = 72;
    private const double Within = 0.85;
    private const double LargerHeading = 1;

    /// <param name="pages">The pages of the file.</param>
    /// <param name="body">The size of most letters.</param>
    public static IEnumerable<PdfRow> In(IReadOnlyList<PdfPage> pages, double body)
    {
        if (pages is not [{ Height: { } height, Rows: { Count: > 2 } rows }])
        {
            return [];
        }

        var margin = Math.Min(Widest, rows.Min(row => row.Left));
        return AtEdge(rows, row => height - row.Baseline).Concat(AtEdge(rows.AsEnumerable().Reverse(), row => row.Baseline));

        IEnumerable<PdfRow> AtEdge(IEnumerable<PdfRow> inwards, Func<PdfRow, double> distance)
        {
            var outside = inwards.TakeWhile(row => distance(row) <= margin * Within && !StandsOut(row)).ToList();
            return outside.Count < rows.Count && distance(inwards.ElementAt(outside.Count)) >= margin ? outside : [];
        }

        bool StandsOut(PdfRow row) => row.Size > body + LargerHeading || row.Look.Bold || PlainWords.IsPart(row.Text);
    }
}
