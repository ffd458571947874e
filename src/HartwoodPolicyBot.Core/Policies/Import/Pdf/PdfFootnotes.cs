using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>
/// Takes the footnotes out of the foot of a page, where they would cut a list, a row or a sentence that goes on over it, and gives each
/// to the line that has its mark. They are smaller than the text, and the first of them begins with a mark that the text has.
/// </summary>
internal sealed partial class PdfFootnotes
{
    private const double SameLine = 2;
    private readonly List<PdfFootnote> notes = [];

    private PdfFootnotes(List<PdfRow> rest) => Rest = rest;

    /// <summary>The rows of the page without its footnotes.</summary>
    public List<PdfRow> Rest { get; }

    /// <param name="rows">The rows of a page, from the top.</param>
    /// <param name="size">The size of most letters of the file.</param>
    public static PdfFootnotes Find(List<PdfRow> rows, double size)
    {
        var foot = rows.Count - rows.AsEnumerable().Reverse().TakeWhile(row => row.Size < size).Count();
        var marks = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (mark, row) in rows.Take(foot).SelectMany(row => row.Marks.Select(mark => (mark, row))))
        {
            marks.TryAdd(mark, row.Baseline);
        }

        var found = new PdfFootnotes(rows);
        for (var i = foot; i < rows.Count; i++)
        {
            if (MarkOf(rows[i]) is { } mark && marks.Remove(mark, out var baseline))
            {
                found.notes.Add(new(baseline, [rows[i]]));
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

    private static string? MarkOf(PdfRow row) =>
        row.Marks.Count > 0 ? row.Marks[0]
        : Mark().Match(row.Text) is { Success: true } mark ? mark.Groups["mark"].Value
        : null;

    [GeneratedRegex(@"^(?<mark>[0-9]{1,3}|[*†‡])\s*[^\s0-9.)]", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}

/// <summary>A footnote.</summary>
/// <param name="Baseline">The height of the line that has its mark.</param>
/// <param name="Rows">Its own lines.</param>
internal sealed record PdfFootnote(double Baseline, List<PdfRow> Rows);
