namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>
/// Finds short sections that are beside each other on a page, with headings that are larger than the text, or bold over sentences. The
/// top row of a table is as large as its text, and several rows below it end in both columns.
/// </summary>
internal static class PdfSectionsBeside
{
    private const double Larger = 0.9;
    private const double SamePlace = 3;
    private const double Filled = 0.6;
    private const double Close = 2.2;

    /// <summary>Returns runs of rows: such sections one after the other, and what is above, between and below them.</summary>
    public static List<List<PdfRow>> Divide(List<PdfRow> rows)
    {
        var (runs, from) = (new List<List<PdfRow>>(), 0);
        for (var i = 0; i + 1 < rows.Count; i++)
        {
            if (i >= from && AreHeadings(rows[i], rows[i + 1]) && Read(rows, i) is { } sections)
            {
                AddUpTo(i);
                runs.AddRange(sections.Columns);
                from = i + sections.Rows;
            }
        }

        AddUpTo(rows.Count);
        return runs;

        void AddUpTo(int end)
        {
            if (end > from)
            {
                runs.Add(rows[from..end]);
            }
        }
    }

    private static bool AreHeadings(PdfRow row, PdfRow below) =>
        row.Segments.Count > 1
        && (row.Segments.All(part => part.HasLetters && part.Size >= below.Size + Larger) || AreBold(row, below))
        && row.Segments.Zip(row.Segments.Skip(1)).All(pair => pair.Second.Left - pair.First.Right > PdfGaps.Wide * pair.Second.Size);

    private static bool AreBold(PdfRow row, PdfRow below) =>
        row.Tag is null
        && row.Segments.All(part => SideHeadings.IsLabel(part.Text, part.Look.Bold) && !DocumentControl.IsLabel(part.Text))
        && row.Segments.Count == below.Segments.Count
        && below.Segments.All(part => !part.Look.Bold);

    /// <summary>Returns the sections below headings, and how many rows they take; null where they are none.</summary>
    private static (List<List<PdfRow>> Columns, int Rows)? Read(List<PdfRow> rows, int first)
    {
        var starts = rows[first].Segments.Select(part => part.Left).ToList();
        var isLarger = rows[first + 1].Size < rows[first].Size;
        var all = Enumerable
            .Range(first + 1, rows.Count - first - 1)
            .TakeWhile(i => (isLarger ? rows[i].Size < rows[first].Size : IsBelow(i)) && rows[i].Segments.All(IsInOne))
            .Select(i => rows[i])
            .Prepend(rows[first])
            .ToList();
        if (!isLarger && all.Skip(1).Count(row => row.Segments.Count > 1 && row.Segments.All(part => EndsSentence(part.Text))) > 1)
        {
            return null;
        }

        var columns = Enumerable
            .Range(0, starts.Count)
            .Select(column => all.Select(row => new PdfRow([.. row.Segments.Where(part => ColumnOf(part) == column)])))
            .Select(column => column.Where(row => row.Segments.Count > 0).ToList())
            .ToList();
        return columns.TrueForAll(IsSection) ? (columns, all.Count) : null;

        bool IsBelow(int i) => !rows[i].Look.Bold && rows[i - 1].Baseline - rows[i].Baseline <= Close * rows[i].Size;

        int ColumnOf(PdfSegment part) => starts.FindLastIndex(start => part.Left >= start - SamePlace);

        bool IsInOne(PdfSegment part) =>
            ColumnOf(part) is >= 0 and var column && (column + 1 == starts.Count || part.Right < starts[column + 1]);
    }

    /// <summary>Says whether text that wraps is below a heading, and not the short entries of a table.</summary>
    private static bool IsSection(List<PdfRow> column)
    {
        var text = column.Skip(1).ToList();
        if (text.Count == 0)
        {
            return false;
        }

        var width = text.Max(row => row.Right) - text.Min(row => row.Left);
        return EndsSentence(text[^1].Text) && text.Count(row => row.Right - row.Left >= width * Filled) * 2 >= text.Count;
    }

    private static bool EndsSentence(string text) => text.TrimEnd() is [.., '.' or '?' or '!' or ':'];
}
