using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>
/// Takes the footnotes out of the foot of a page, where they would cut a list, a row or a sentence that goes on over it, and gives each
/// to the line that has its mark. They are smaller than the text, or below a short line, or their own marks are raised; and the first of
/// them begins with a mark that the text has.
/// </summary>
internal sealed partial class PdfFootnotes
{
    private const double SameLine = 2;
    private const double LongestRule = 0.6;
    private const double Close = 2.2;
    private readonly List<PdfFootnote> notes = [];

    private PdfFootnotes(List<PdfRow> rest) => Rest = rest;

    /// <summary>The rows of the page without its footnotes.</summary>
    public List<PdfRow> Rest { get; }

    /// <param name="rows">The rows of a page, from the top.</param>
    /// <param name="size">The size of most letters of the file.</param>
    /// <param name="rules">The lines that are drawn on the page.</param>
    public static PdfFootnotes Find(List<PdfRow> rows, double size, PdfRules rules)
    {
        var smaller = rows.Count - rows.AsEnumerable().Reverse().TakeWhile(row => row.Size < size).Count();
        var foot = Math.Min(smaller, FootOf(rows, rules));
        var marks = Marks(rows.Take(foot));
        var found = new PdfFootnotes(rows);
        for (var i = foot; i < rows.Count; i++)
        {
            if (MarkOf(rows[i]) is { } mark && marks.Remove(mark, out var baseline))
            {
                found.notes.Add(new(mark, baseline, [rows[i]]));
            }
            else if (found.notes.Count > 0)
            {
                found.notes[^1].Rows.Add(rows[i]);
            }
        }

        return found.notes.Count == 0 ? found : found.Without(found.notes.SelectMany(note => note.Rows).ToHashSet());
    }

    /// <summary>Takes the footnotes of a line.</summary>
    public List<PdfFootnote> Take(double baseline) => Take(note => Math.Abs(note.Baseline - baseline) <= SameLine);

    /// <summary>Takes those whose line was not found.</summary>
    public List<PdfFootnote> TakeRest() => Take(_ => true);

    private List<PdfFootnote> Take(Func<PdfFootnote, bool> isTaken)
    {
        var taken = notes.Where(isTaken).ToList();
        notes.RemoveAll(taken.Contains);
        return taken;
    }

    private PdfFootnotes Without(HashSet<PdfRow> rows)
    {
        var without = new PdfFootnotes([.. Rest.Where(row => !rows.Contains(row))]);
        without.notes.AddRange(notes);
        return without;
    }

    /// <summary>Returns the marks in rows, with the height of the line that has each.</summary>
    private static Dictionary<string, double> Marks(IEnumerable<PdfRow> rows)
    {
        var marks = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (mark, row) in rows.SelectMany(row => row.Marks.Select(mark => (mark, row))))
        {
            marks.TryAdd(mark, row.Baseline);
        }

        return marks;
    }

    /// <summary>Returns the first row of footnotes that are as large as the text; the number of all rows where there are none.</summary>
    private static int FootOf(List<PdfRow> rows, PdfRules rules)
    {
        if (rows.TrueForAll(row => row.Marks.Count == 0))
        {
            return rows.Count;
        }

        var width = rows.Max(row => row.Right) - rows.Min(row => row.Left);
        for (var i = 1; i < rows.Count; i++)
        {
            if (
                (rows[i].BeginsWithMark || IsBelowRule(i))
                && MarkOf(rows[i]) is { } mark
                && Marks(rows.Take(i)).ContainsKey(mark)
                && EndsPage(i)
            )
            {
                return i;
            }
        }

        return rows.Count;

        // More text or a heading after a gap shows that they are notes within the text.
        bool EndsPage(int i) =>
            rows.Skip(i).All(row => row.Size < rows[i].Size + 1 && !row.Look.Bold)
            && rows.Skip(i).Zip(rows.Skip(i + 1)).All(pair => pair.First.Baseline - pair.Second.Baseline <= Close * pair.First.Size);

        // Programs draw a short line at the left over the footnotes.
        bool IsBelowRule(int i) =>
            rules.Level.Any(rule =>
                rule.Height > rows[i].Baseline
                && rule.Height < rows[i - 1].Baseline
                && rule.Right - rule.Left < width * LongestRule
                && Math.Abs(rule.Left - rows[i].Left) < rows[i].Size
            );
    }

    private static string? MarkOf(PdfRow row) =>
        row.BeginsWithMark ? row.Marks[0]
        : Mark().Match(row.Text) is { Success: true } mark ? mark.Groups["mark"].Value
        : row.Marks.Count > 0 ? row.Marks[0]
        : null;

    [GeneratedRegex(@"^(?<mark>[0-9]{1,3}|[*†‡])\s{0,20}[^\s0-9.)]")]
    private static partial Regex Mark();
}

/// <summary>A footnote.</summary>
/// <param name="Mark">Its number or sign.</param>
/// <param name="Baseline">The height of the line that has its mark.</param>
/// <param name="Rows">Its own lines.</param>
internal sealed record PdfFootnote(string Mark, double Baseline, List<PdfRow> Rows);
