namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Puts the rows of a page in the order in which people read them: columns one after the other.</summary>
/// <param name="rules">The level lines of the page.</param>
/// <param name="before">The columns that the page before it ended in, where these rows are the first of a page.</param>
internal sealed class PdfColumns(IReadOnlyList<PdfRule> rules, PdfColumnPlace? before = null)
{
    private const int FewestRows = 4;
    private const int MostNested = 4;
    private const double Step = 3;
    private const double FilledBy = 0.55;

    /// <summary>The columns that the rows end in.</summary>
    public PdfColumnPlace? Last { get; private set; }

    /// <summary>Returns runs of rows. Each run is one column, or what goes over the whole width.</summary>
    public List<List<PdfRow>> Order(List<PdfRow> rows, int nested = 0)
    {
        if (nested == 0 && before is { } place && Rest(rows, place) is { } rest)
        {
            var below = new PdfColumns(rules);
            var after = rest.Count < rows.Count ? below.Order(rows[rest.Count..]) : [];
            Last = rest.Count < rows.Count ? below.Last : place;
            return [Side(rest, segment => segment.Right <= place.Gutter), Side(rest, segment => segment.Left > place.Gutter), .. after];
        }

        if (nested > MostNested || rows.Count < FewestRows || Gutter(rows) is not { } gutter)
        {
            return PdfSectionsBeside.Divide(rows);
        }

        var ordered = new List<List<PdfRow>>();
        var wide = new List<PdfRow>();
        for (var i = 0; i < rows.Count; )
        {
            var run = WithoutHeading(rows.Skip(i).TakeWhile(row => !Crosses(row, gutter)).ToList(), rows.Count - i);
            if (run.Count > 0 && IsColumns(run, gutter))
            {
                AddWide();
                var (left, right) = (Side(run, segment => segment.Right <= gutter), Side(run, segment => segment.Left > gutter));
                ordered.AddRange(Order(left, nested + 1));
                ordered.AddRange(Order(right, nested + 1));
                Last = nested > 0 ? Last : new(left.Min(row => row.Left), gutter, right.Min(row => row.Left));
                i += run.Count;
            }
            else
            {
                Last = nested > 0 ? Last : null;
                wide.AddRange(rows.Skip(i).Take(Math.Max(1, run.Count)));
                i += Math.Max(1, run.Count);
            }
        }

        AddWide();
        return ordered;

        void AddWide()
        {
            if (wide.Count > 0)
            {
                ordered.AddRange(PdfSectionsBeside.Divide([.. wide]));
                wide.Clear();
            }
        }
    }

    /// <summary>Leaves out a heading at the end of columns, where more text follows: it heads what is below all of them.</summary>
    private static List<PdfRow> WithoutHeading(List<PdfRow> run, int all)
    {
        var size = run.Select(row => row.Size).Order().ElementAtOrDefault(run.Count / 2);
        var isBold = run.Count(row => row.Look.Bold) * 2 > run.Count;
        var last = run.Count;
        while (
            run.Count < all
            && last > 0
            && run[last - 1].Segments.Count == 1
            && (run[last - 1].Size > size + 1 || (run[last - 1].Look.Bold && !isBold))
        )
        {
            last--;
        }

        return run[..last];
    }

    /// <summary>Returns where most rows have nothing, with text on both sides of it.</summary>
    private static double? Gutter(List<PdfRow> rows)
    {
        var (left, right) = (rows.Min(row => row.Left), rows.Max(row => row.Right));
        (double Score, double Middle, double At) best = (0, 0, 0);
        for (var x = left + ((right - left) * 0.2); x < left + ((right - left) * 0.8); x += Step)
        {
            var (onLeft, onRight, crossing) = (0, 0, 0);
            foreach (var row in rows)
            {
                if (Crosses(row, x))
                {
                    crossing++;
                    continue;
                }

                onLeft += row.Segments.Any(segment => segment.Right <= x) ? 1 : 0;
                onRight += row.Segments.Any(segment => segment.Left > x) ? 1 : 0;
            }

            var score = Math.Min(onLeft, onRight) - (crossing * 0.2);
            if (Math.Min(onLeft, onRight) >= FewestRows && score > best.Score)
            {
                best = (score, x, x);
            }
            else if (best.Score > 0 && score == best.Score && x - best.At <= Step)
            {
                best = (score, best.Middle, x);
            }
        }

        return best.Score > 0 ? (best.Middle + best.At) / 2 : null;
    }

    /// <summary>
    /// Returns the rows at the top of a page that are the rest of the columns of the page before it, where they are too few to be known
    /// otherwise.
    /// </summary>
    private static List<PdfRow>? Rest(List<PdfRow> page, PdfColumnPlace place)
    {
        var rows = WithoutHeading(page.TakeWhile(row => !Crosses(row, place.Gutter)).ToList(), page.Count);
        var (left, right) = (Side(rows, segment => segment.Right <= place.Gutter), Side(rows, segment => segment.Left > place.Gutter));
        return
            left.Count > 0
            && right.Count > 0
            && Math.Min(left.Count, right.Count) < FewestRows
            && AreAt(left, place.Left, place.Gutter)
            && AreAt(right, place.Right, place.Right + place.Gutter - place.Left)
            ? rows
            : null;

        static bool AreAt(List<PdfRow> side, double start, double end) =>
            Math.Abs(side.Min(row => row.Left) - start) <= Step
            && side.Count(row => row.Right - row.Left >= (end - start) * FilledBy) * 2 >= side.Count;
    }

    private static bool Crosses(PdfRow row, double x) => row.Segments.Any(segment => segment.Left <= x && segment.Right > x);

    /// <summary>
    /// Says whether both sides are text that fills its width, and overlap in height. Short entries, or lines drawn on both
    /// sides of the gap at the same height, are those of a table.
    /// </summary>
    private bool IsColumns(List<PdfRow> run, double gutter)
    {
        var left = Side(run, segment => segment.Right <= gutter);
        var right = Side(run, segment => segment.Left > gutter);
        if (left.Count < FewestRows || right.Count < FewestRows)
        {
            return false;
        }

        var overlap = Math.Min(left[0].Baseline, right[0].Baseline) - Math.Max(left[^1].Baseline, right[^1].Baseline);
        var shorter = Math.Min(left[0].Baseline - left[^1].Baseline, right[0].Baseline - right[^1].Baseline);
        var drawn = rules
            .Where(rule => rule.Height < run[0].Baseline + run[0].Size && rule.Height > run[^1].Baseline - run[^1].Size)
            .GroupBy(rule => Math.Round(rule.Height))
            .Count(same => same.Any(rule => rule.Left < gutter) && same.Any(rule => rule.Right > gutter));
        return overlap >= shorter / 2 && drawn < 3 && Fills(left) && Fills(right);
    }

    /// <summary>Says whether most lines are as wide as the column, or it is columns itself.</summary>
    private static bool Fills(List<PdfRow> rows, int nested = 0)
    {
        if (rows.Count < FewestRows)
        {
            return false;
        }

        // Headings are short in any column.
        var text = rows.Where(row => !row.Look.Bold).ToList();
        var lines = text.Count < FewestRows ? rows : text;
        var width = rows.Max(row => row.Right) - rows.Min(row => row.Left);

        // The first line is often a heading, which is larger than the text.
        var size = rows.Select(row => row.Segments.Min(part => part.Size)).Order().ElementAt(rows.Count / 2);
        return width >= size * 9
            && (
                lines.Count(row => row.Right - row.Left >= width * FilledBy) * 2 >= lines.Count
                || (
                    nested < MostNested
                    && Gutter(rows) is { } gutter
                    && Fills(Side(rows, segment => segment.Right <= gutter), nested + 1)
                    && Fills(Side(rows, segment => segment.Left > gutter), nested + 1)
                )
            );
    }

    private static List<PdfRow> Side(List<PdfRow> rows, Func<PdfSegment, bool> isOn) =>
        [.. rows.Select(row => new PdfRow([.. row.Segments.Where(isOn)])).Where(row => row.Segments.Count > 0)];
}

/// <summary>Where two columns of a page are.</summary>
/// <param name="Left">Where the lines of the first begin.</param>
/// <param name="Gutter">A place between them.</param>
/// <param name="Right">Where the lines of the second begin.</param>
internal sealed record PdfColumnPlace(double Left, double Gutter, double Right);
