namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Divides the bands of a table into cells, by the upright lines between them or by wide gaps.</summary>
/// <param name="rules">The lines that are drawn on the page.</param>
internal sealed class PdfCells(PdfRules rules)
{
    private const double Near = PdfRules.Near;
    private const int MostLinesBetween = 12;
    private const double Tight = 1.6;
    private const int FewestDivided = 2;

    /// <summary>Returns the lines of each cell that has any.</summary>
    public List<PdfCell> Of(PdfBand band, List<PdfBand> table)
    {
        var edges = Edges(band);
        if (edges.Count == 0 && IsOneRow(band))
        {
            edges = EdgesByGaps(table);
            if (
                band.Rows.Exists(row => row.Segments.Any(part => edges.Exists(edge => part.Left < edge - Near && part.Right > edge + Near)))
            )
            {
                edges = [];
            }
        }

        return
        [
            .. Enumerable
                .Range(0, edges.Count + 1)
                .Select(cell => new PdfCell(
                    cell,
                    [.. band.Rows.Select(row => Within(row, cell, edges)).Where(line => line.Segments.Count > 0)]
                ))
                .Where(cell => cell.Lines.Count > 0),
        ];
    }

    /// <summary>Returns where lines are drawn between the cells of a band.</summary>
    public List<double> Edges(PdfBand band)
    {
        var middle = (band.Top + band.Bottom) / 2;
        return Apart(
            rules
                .Upright.Where(rule =>
                    rule.Bottom <= middle && rule.Top >= middle && rule.X > band.Left + Near && rule.X < band.Right - Near
                )
                .Select(rule => rule.X)
        );
    }

    /// <summary>Returns where lines are drawn around and between the cells of a band; none where no upright lines are.</summary>
    public List<double> OuterEdges(PdfBand band) => Edges(band) is { Count: > 0 } edges ? [band.Left, .. edges, band.Right] : [];

    private static PdfRow Within(PdfRow row, int cell, List<double> edges) =>
        new([.. row.Segments.Where(part => CellOf(part, edges) == cell)]);

    private static int CellOf(PdfSegment segment, List<double> edges) =>
        edges.Count(edge => edge <= segment.Left + Near || edge < (segment.Left + segment.Right) / 2);

    /// <summary>Says whether the lines of text in a band are alike and close to each other, as those of one row of a table.</summary>
    private static bool IsOneRow(PdfBand band) =>
        band
            .Rows.Zip(band.Rows.Skip(1))
            .All(pair => pair.First.Baseline - pair.Second.Baseline <= Tight * pair.Second.Size && pair.First.Size == pair.Second.Size);

    /// <summary>Returns where cells begin that have no lines between them: in most rows, at the same place, after a wide gap.</summary>
    private static List<double> EdgesByGaps(List<PdfBand> table)
    {
        if (table.Exists(band => band.Rows.Count > MostLinesBetween))
        {
            return [];
        }

        // Rows of one cell, which go over the whole width, have no gaps.
        var divided = table
            .Select(band =>
                band.Rows.SelectMany(row => row.Segments.Zip(row.Segments.Skip(1)))
                    .Where(pair => pair.Second.Left - pair.First.Right > PdfGaps.Wide * pair.Second.Size)
                    .Select(pair => Math.Round(pair.Second.Left / Near))
                    .Distinct()
                    .ToList()
            )
            .Where(gaps => gaps.Count > 0)
            .ToList();
        var starts = divided
            .SelectMany(gaps => gaps)
            .GroupBy(start => start)
            .Where(same => same.Count() >= FewestDivided && same.Count() * 2 > divided.Count)
            .Select(same => (same.Key * Near) - Near);
        return Apart(starts);
    }

    private static List<double> Apart(IEnumerable<double> places)
    {
        var apart = new List<double>();
        foreach (var place in places.Order())
        {
            if (apart.Count == 0 || place - apart[^1] > Near * 2)
            {
                apart.Add(place);
            }
        }

        return apart;
    }
}

/// <summary>A cell of a table that has words.</summary>
/// <param name="Column">The number of its column.</param>
/// <param name="Lines">Its lines of text.</param>
internal sealed record PdfCell(int Column, List<PdfRow> Lines);
