namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Finds words that a line is drawn through, as programs print what was deleted.</summary>
internal static class PdfStrikes
{
    private const double Lowest = 0.14;
    private const double Highest = 0.5;
    private const double Beyond = 0.7;
    private const double SameLine = 0.4;
    private const int TallestLetter = 4;

    /// <summary>Returns the page with these words marked, and without the lines through them.</summary>
    public static PdfPage Mark(PdfPage page)
    {
        var byBand = page.Letters.Where(letter => !letter.IsHidden).ToLookup(letter => PdfRows.BandOf(letter.Baseline));
        var struck = new HashSet<PdfLetter>(ReferenceEqualityComparer.Instance);
        var lines = new HashSet<PdfRule>();
        foreach (var line in page.Rules.Level)
        {
            var band = PdfRows.BandOf(line.Height);
            var through = Enumerable
                .Range(band - TallestLetter + 1, TallestLetter)
                .SelectMany(near => byBand[near])
                .Where(letter => IsThrough(line, letter))
                .ToList();
            if (IsOneLine(line, through))
            {
                lines.Add(line);
                struck.UnionWith(through);
            }
        }

        return struck.Count == 0
            ? page
            : page with
            {
                Letters = page.Letters.ConvertAll(letter => struck.Contains(letter) ? letter with { IsStruck = true } : letter),
                Rules = page.Rules with { Level = [.. page.Rules.Level.Where(line => !lines.Contains(line))] },
                HasStruck = true,
            };
    }

    private static bool IsThrough(PdfRule line, PdfLetter letter)
    {
        var (middle, height) = ((letter.Left + letter.Right) / 2, line.Height - letter.Baseline);
        return middle >= line.Left && middle <= line.Right && height >= Lowest * letter.Size && height <= Highest * letter.Size;
    }

    /// <summary>Says whether a line is as long as the words that it goes through. A side of a table or box is longer.</summary>
    private static bool IsOneLine(PdfRule line, List<PdfLetter> letters)
    {
        if (letters.TrueForAll(letter => letter.IsSpace))
        {
            return false;
        }

        var size = letters.Max(letter => letter.Size);
        return letters.Min(letter => letter.Left) - line.Left <= Beyond * size
            && line.Right - letters.Max(letter => letter.Right) <= Beyond * size
            && letters.Max(letter => letter.Baseline) - letters.Min(letter => letter.Baseline) <= SameLine * size;
    }
}
