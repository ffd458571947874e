namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Finds the tables of a page by the lines that are drawn around or between their rows.</summary>
internal sealed class PdfTables
{
    private const double Near = PdfRules.Near;
    private const int FewestDivided = 2;
    private const int FewestFilledIn = 2;
    private readonly PdfRules rules;
    private readonly List<PdfRow> rows;
    private readonly bool goesOn;
    private readonly PdfCells cells;

    private PdfTables(List<PdfRow> rows, PdfRules rules, bool goesOn)
    {
        (this.rows, this.rules, this.goesOn) = (rows, rules, goesOn);
        cells = new PdfCells(rules);
    }

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
        foreach (var band in PdfBands.Of(rows, rules))
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

    private void Add(List<PdfBand> bands, Dictionary<PdfRow, PdfTableRow> found)
    {
        if (bands.Count == 0)
        {
            return;
        }

        var columns = bands.ConvertAll(band => cells.Of(band, bands));
        var read = columns.ConvertAll(row => row.ConvertAll(cell => cell.Lines));
        AddRest(bands, columns, found);
        var divided = read.Count(row => row.Count > 1);
        if (divided < FewestDivided && !(divided == 1 && IsCutOff(bands[read.FindIndex(row => row.Count > 1)])))
        {
            if (bands.Count > 1)
            {
                AddForm(bands, read, found);
            }

            return;
        }

        var first = read.FindIndex(row => row.Count > 1);
        var labels = read.Select(LabelOf).OfType<SideLabel>().ToList();
        var sides = read[first].TrueForAll(IsBold) ? TableSides.None : SideHeadings.Of(labels, read.Count);
        var isText = NumberedRows.AreText(
            read.ConvertAll(row => new NumberedRow(row.Count, HasNumber(row), IsBold(row[^1]))),
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
                    Edges = cells.OuterEdges(bands[i]),
                };
                bands[i].Rows.ForEach(line => found[line] = row);
            }
        }
    }

    /// <summary>
    /// Adds the first row of a page that has words in only one cell, and not in the first: it may be the rest of one on the page before.
    /// It may be below the table's top row, which comes again.
    /// </summary>
    private void AddRest(List<PdfBand> bands, List<List<PdfCell>> read, Dictionary<PdfRow, PdfTableRow> found)
    {
        var at = bands[0].Rows.Contains(rows[0]) ? read.FindIndex(row => row.Count == 1) : -1;
        if (at is 0 or 1 && read[at][0].Column > 0 && cells.Edges(bands[at]).Count > 0)
        {
            var row = new PdfTableRow([read[at][0].Lines], IsFirst: false, TableSides.None)
            {
                Columns = [read[at][0].Column],
                Edges = cells.OuterEdges(bands[at]),
                IsOnlyRest = true,
            };
            bands[at].Rows.ForEach(line => found[line] = row);
        }
    }

    /// <summary>
    /// Says whether a row with words in its cells is the only one of its table on the page, because the page ends or begins there or the
    /// other rows are to be filled in.
    /// </summary>
    private bool IsCutOff(PdfBand band)
    {
        var edges = cells.Edges(band);
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
            .Where(i => cells.Edges(bands[i]) is [var edge, ..] && bands[i].Rows.TrueForAll(row => row.Right <= edge + Near))
            .ToList();
        foreach (var i in form.Count < FewestFilledIn ? [] : form)
        {
            var row = new PdfTableRow(read[i], IsFirst: i == form[0], TableSides.None);
            bands[i].Rows.ForEach(line => found[line] = row);
        }
    }

    /// <summary>Returns the words of the first cell with the text beside them, where they may be its heading.</summary>
    private static SideLabel? LabelOf(List<List<PdfRow>> row) =>
        row.Count == 2
        && string.Join(' ', row[0].Select(line => line.Text)) is var label
        && SideHeadings.IsLabel(label, IsBold(row[0]))
        && !IsBold(row[1])
            ? new(label, string.Join(' ', row[1].Select(line => line.Text)))
            : null;

    private static bool HasNumber(List<List<PdfRow>> row) => row is [[var number], _] && NumberedRows.IsNumber(number.Text);

    private static bool IsBold(List<PdfRow> cell) => cell.TrueForAll(line => line.Look.Bold);
}
