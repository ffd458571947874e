namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Tells by the gaps between the letters of a page where words and segments end.</summary>
internal sealed class PdfGaps
{
    /// <summary>How many times the size of its letters a gap is that is more than one between words.</summary>
    public const double Wide = 1.15;

    private const double Word = 0.17;

    /// <summary>The same where a column of text begins: there a smaller gap is enough.</summary>
    private const double Narrow = 0.7;

    private const int FewestStarts = 4;
    private const int FewestSpaced = 4;
    private const double LeastTracking = 0.1;
    private const double MostTracking = 0.9;
    private readonly PdfRules rules;
    private readonly HashSet<double> starts;
    private readonly PdfClauseNumbers numbers;

    /// <param name="lines">The letters of each line of the page.</param>
    /// <param name="rules">The lines that are drawn on it.</param>
    public PdfGaps(List<List<PdfLetter>> lines, PdfRules rules)
    {
        this.rules = rules;
        starts = ColumnStarts(lines);
        numbers = new PdfClauseNumbers(lines);
    }

    /// <summary>Says whether a line is drawn in a gap.</summary>
    public bool IsCut(PdfLetter before, PdfLetter letter, double gap, double baseline) =>
        gap > 0 && rules.Divides(before.Right, letter.Left, baseline);

    /// <summary>Says whether a gap is wider than one between words. Where a column of text begins, less is enough.</summary>
    public bool IsWide(PdfLetter before, PdfLetter letter, double gap) =>
        gap > (starts.Contains(Math.Round(letter.Left)) ? Narrow : Wide) * Math.Max(before.Size, letter.Size);

    /// <summary>Says whether a gap is one between words.</summary>
    public static bool IsBetweenWords(PdfLetter before, PdfLetter letter, double gap) => gap > Word * Math.Min(before.Size, letter.Size);

    /// <summary>Says whether the number of a clause ends before a letter, with hardly any gap.</summary>
    /// <param name="open">What is before it on its line.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="gap">How far it is from what is before it.</param>
    public bool IsAfterNumber(PdfSegmentBuilder open, PdfLetter letter, double gap) =>
        open.Length <= PdfClauseNumbers.Longest && numbers.EndBefore(open.Text, letter, gap);

    /// <summary>Returns how far apart the letters of a row are set, as people do with headings; 0 for nearly all rows.</summary>
    public static double Tracking(List<PdfLetter> letters)
    {
        var gaps = letters
            .Zip(letters.Skip(1))
            .Where(pair => char.IsLetter(pair.First.Value.LastOrDefault()) && char.IsLetter(pair.Second.Value.FirstOrDefault()))
            .Select(pair => pair.Second.Left - pair.First.Right)
            .Order()
            .ToList();
        if (gaps.Count < FewestSpaced)
        {
            return 0;
        }

        var (small, size) = (gaps[gaps.Count / 5], letters.Max(letter => letter.Size));
        return small > LeastTracking * size && small < MostTracking * size ? small : 0;
    }

    /// <summary>Returns where several rows go on after a gap that is wider than one between words. A column of text begins there.</summary>
    private static HashSet<double> ColumnStarts(IEnumerable<List<PdfLetter>> rows) =>
        rows.SelectMany(row =>
            {
                var letters = row.Where(letter => !letter.IsSpace).OrderBy(letter => letter.Left).ToList();
                return letters
                    .Zip(letters.Skip(1))
                    .Where(pair => pair.Second.Left - pair.First.Right > Narrow * Math.Max(pair.First.Size, pair.Second.Size))
                    .Select(pair => Math.Round(pair.Second.Left))
                    .Distinct();
            })
            .CountBy(start => start)
            .Where(start => start.Value >= FewestStarts)
            .Select(start => start.Key)
            .ToHashSet();
}
