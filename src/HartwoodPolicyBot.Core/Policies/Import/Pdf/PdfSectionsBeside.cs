namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>
/// Finds short sections that are beside each other on a page, with headings that are larger than the text. The top row of a table is as
/// large as its text.
/// </summary>
internal static class PdfSectionsBeside
{
    private const double Larger = 0.9;
    private const double SamePlace = 3;
    private const double WideGap = 1.15;
    private const double Filled = 0.6;

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
        && row.Segments.All(part => part.HasLetters && part.Size >= below.Size + Larger)
        && row.Segments.Zip(row.Segments.Skip(1)).All(pair => pair.Second.Left - pair.First.Right > WideGap * pair.Second.Size);

    /// <summary>Returns the sections below headings, and how many rows they take; null where they are none.</summary>
    private static (List<List<PdfRow>> Columns, int Rows)? Read(List<PdfRow> rows, int first)
    {
        var starts = rows[first].Segments.Select(part => part.Left).ToList();
        var all = rows.Skip(first + 1)
            .TakeWhile(row => row.Size < rows[first].Size && row.Segments.All(IsInOne))
            .Prepend(rows[first])
            .ToList();
        var columns = Enumerable
            .Range(0, starts.Count)
            .Select(column => all.Select(row => new PdfRow([.. row.Segments.Where(part => ColumnOf(part) == column)])))
            .Select(column => column.Where(row => row.Segments.Count > 0).ToList())
            .ToList();
        return columns.TrueForAll(IsSection) ? (columns, all.Count) : null;

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
        return text[^1].Text.TrimEnd() is [.., '.' or '?' or '!' or ':']
            && text.Count(row => row.Right - row.Left >= width * Filled) * 2 >= text.Count;
    }
}
