namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Finds the tables of a page by the lines that are drawn around or between their rows.</summary>
internal sealed class PdfTables
{
    private const double Near = 3;
    private const double HighestRow = 360;
    private const int MostLinesBetween = 12;
    private const double WideGap = 1.15;
    private const double Tight = 1.6;
    private const int FewestDivided = 2;
    private readonly PdfRules rules;
    private readonly List<PdfRow> rows;

    private readonly bool goesOn;

    private PdfTables(List<PdfRow> rows, PdfRules rules, bool goesOn) => (this.rows, this.rules, this.goesOn) = (rows, rules, goesOn);

    /// <summary>Returns the row of a table that each of these rows is in, for those that are in one.</summary>
    /// <param name="rows">The rows of a page.</param>
    /// <param name="rules">The lines that are drawn on it.</param>
    /// <param name="goesOn">Whether the page before it ended in a table of numbered paragraphs.</param>
    public static Dictionary<PdfRow, PdfTableRow> Find(List<PdfRow> rows, PdfRules rules, bool goesOn) =>
        new PdfTables(rows, rules, goesOn).Find();

    private Dictionary<PdfRow, PdfTableRow> Find()
    {
        var found = new Dictionary<PdfRow, PdfTableRow>(ReferenceEqualityComparer.Instance);
        var table = new List<PdfBand>();
        foreach (var band in Bands())
        {
            if (table.Count > 0 && (Math.Abs(table[^1].Bottom - band.Top) > Near || Math.Abs(table[^1].Left - band.Left) > Near * 4))
            {
                Add(table, found);
                table = [];
            }

            table.Add(band);
        }

        Add(table, found);
        return found;
    }

    /// <summary>Returns what is between two level lines that follow each other, from the top.</summary>
    private IEnumerable<PdfBand> Bands()
    {
        var levels = new List<PdfRule>();
        foreach (var rule in rules.Level.OrderByDescending(rule => rule.Height).Select(rule => PdfMergedCells.Over(rule, rules, rows)))
        {
            if (levels.Count > 0 && levels[^1].Height - rule.Height <= Near)
            {
                levels[^1] = levels[^1] with
                {
                    Left = Math.Min(levels[^1].Left, rule.Left),
                    Right = Math.Max(levels[^1].Right, rule.Right),
                };
            }
            else
            {
                levels.Add(rule);
            }
        }

        for (var i = 1; i < levels.Count; i++)
        {
            var (above, below) = (levels[i - 1], levels[i]);
            var (left, right) = (Math.Max(above.Left, below.Left), Math.Min(above.Right, below.Right));
            var wider = Math.Max(above.Right - above.Left, below.Right - below.Left);
            if (above.Height - below.Height is var height && height < HighestRow && right - left > wider * 0.6)
            {
                var inside = rows.Where(row => row.Baseline < above.Height && row.Baseline > below.Height).ToList();
                if (inside.Count > 0 && inside.TrueForAll(row => row.Left >= left - Near && row.Right <= right + Near))
                {
                    yield return new(above.Height, below.Height, left, right, inside);
                }
            }
        }
    }

    private void Add(List<PdfBand> bands, Dictionary<PdfRow, PdfTableRow> found)
    {
        if (bands.Count == 0)
        {
            return;
        }

        var columns = bands.ConvertAll(band => Cells(band, bands));
        var read = columns.ConvertAll(cells => cells.ConvertAll(cell => cell.Lines));
        AddRest(bands, columns, found);
        var divided = read.Count(cells => cells.Count > 1);
        if (divided < 2 && !(divided == 1 && IsCutOff(bands[read.FindIndex(cells => cells.Count > 1)])))
        {
            if (bands.Count > 1)
            {
                AddForm(bands, read, found);
            }

            return;
        }

        var first = read.FindIndex(cells => cells.Count > 1);
        var labels = read.Select(LabelOf).OfType<SideLabel>().ToList();
        var sides = read[first].TrueForAll(IsBold) ? TableSides.None : SideHeadings.Of(labels, read.Count);
        var isText = NumberedRows.AreText(
            read.ConvertAll(cells => new NumberedRow(cells.Count, HasNumber(cells), IsBold(cells[^1]))),
            goesOn && found.Count == 0
        );
        for (var i = 0; i < bands.Count; i++)
        {
            if (read[i].Count > 1)
            {
                var isHeading = LabelOf(read[i]) is { } label && SideHeadings.IsHeading(label);
                var row = new PdfTableRow(read[i], IsFirst: i == first, isHeading ? sides : TableSides.None)
                {
                    IsNumbered = isText && HasNumber(read[i]),
                    Columns = columns[i].ConvertAll(cell => cell.Column),
                    Edges = OuterEdges(bands[i]),
                };
                bands[i].Rows.ForEach(line => found[line] = row);
            }
        }
    }

    /// <summary>
    /// Adds the first row of a page that has words in only one cell, and not in the first: it may be the rest of one on the page before.
    /// It may be below the table's top row, which comes again.
    /// </summary>
    private void AddRest(List<PdfBand> bands, List<List<(int Column, List<PdfRow> Lines)>> cells, Dictionary<PdfRow, PdfTableRow> found)
    {
        var at = bands[0].Rows.Contains(rows[0]) ? cells.FindIndex(row => row.Count == 1) : -1;
        if (at is 0 or 1 && cells[at][0].Column > 0 && Edges(bands[at]).Count > 0)
        {
            var row = new PdfTableRow([cells[at][0].Lines], IsFirst: false, TableSides.None)
            {
                Columns = [cells[at][0].Column],
                Edges = OuterEdges(bands[at]),
                IsOnlyRest = true,
            };
            bands[at].Rows.ForEach(line => found[line] = row);
        }
    }

    /// <summary>Returns where lines are drawn around and between the cells of a band; none where no upright lines are.</summary>
    private List<double> OuterEdges(PdfBand band) => Edges(band) is { Count: > 0 } edges ? [band.Left, .. edges, band.Right] : [];

    /// <summary>
    /// Says whether a row with words in its cells is the only one of its table on the page, because the page ends or begins there or the
    /// other rows are to be filled in.
    /// </summary>
    private bool IsCutOff(PdfBand band)
    {
        var edges = Edges(band);
        return edges.Count > 0
            && (
                band.Rows.Contains(rows[0])
                || band.Rows.Contains(rows[^1])
                || edges.TrueForAll(edge =>
                    rules.Upright.Any(rule =>
                        Math.Abs(rule.X - edge) <= Near && rule.Bottom < band.Bottom - Near && rule.Top < band.Top + Near
                    )
                )
            );
    }

    /// <summary>Adds the rows of a form: each has words in its first cell, and the cell beside it is to be filled in.</summary>
    private void AddForm(List<PdfBand> bands, List<List<List<PdfRow>>> read, Dictionary<PdfRow, PdfTableRow> found)
    {
        var form = Enumerable
            .Range(0, bands.Count)
            .Where(i => Edges(bands[i]) is [var edge, ..] && bands[i].Rows.TrueForAll(row => row.Right <= edge + Near))
            .ToList();
        foreach (var i in form.Count < FewestDivided ? [] : form)
        {
            var row = new PdfTableRow(read[i], IsFirst: i == form[0], TableSides.None);
            bands[i].Rows.ForEach(line => found[line] = row);
        }
    }

    /// <summary>Returns where lines are drawn between the cells of a band.</summary>
    private List<double> Edges(PdfBand band)
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

    /// <summary>Returns the lines of each cell that has any.</summary>
    private List<(int Column, List<PdfRow> Lines)> Cells(PdfBand band, List<PdfBand> table)
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
                .Select(cell =>
                    (Column: cell, Lines: band.Rows.Select(row => Within(row, cell, edges)).Where(line => line.Segments.Count > 0).ToList())
                )
                .Where(cell => cell.Lines.Count > 0),
        ];
    }

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
                    .Where(pair => pair.Second.Left - pair.First.Right > WideGap * pair.Second.Size)
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

    /// <summary>Returns the words of the first cell with the text beside them, where they may be its heading.</summary>
    private static SideLabel? LabelOf(List<List<PdfRow>> cells) =>
        cells.Count == 2
        && string.Join(' ', cells[0].Select(row => row.Text)) is var label
        && SideHeadings.IsLabel(label, IsBold(cells[0]))
        && !IsBold(cells[1])
            ? new(label, string.Join(' ', cells[1].Select(row => row.Text)))
            : null;

    private static bool HasNumber(List<List<PdfRow>> cells) => cells is [[var number], _] && NumberedRows.IsNumber(number.Text);

    private static bool IsBold(List<PdfRow> cell) => cell.TrueForAll(row => row.Look.Bold);

    private sealed record PdfBand(double Top, double Bottom, double Left, double Right, List<PdfRow> Rows);
}
