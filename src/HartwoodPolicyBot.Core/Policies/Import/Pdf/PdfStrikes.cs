namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Finds words that a line is drawn through, as programs print what was deleted, or under, as people mark headings.</summary>
internal static class PdfStrikes
{
    private const double Lowest = 0.14;
    private const double Highest = 0.5;
    private const double LowestUnder = -0.35;
    private const double HighestUnder = -0.02;
    private const double Beyond = 0.7;
    private const double SameLine = 0.4;
    private const int TallestLetter = 4;

    /// <summary>Returns the page with these words marked, and without the lines through them.</summary>
    public static PdfPage Mark(PdfPage page)
    {
        var byStrip = page.Letters.Where(letter => !letter.IsHidden).ToLookup(letter => PdfStrips.Of(letter.Baseline));
        var struck = new HashSet<PdfLetter>(ReferenceEqualityComparer.Instance);
        var underlined = new HashSet<PdfLetter>(ReferenceEqualityComparer.Instance);
        var lines = new HashSet<PdfRule>();
        foreach (var line in page.Rules.Level)
        {
            var near = Near(line);
            var through = near.Where(letter => IsAt(line, letter, Lowest, Highest)).ToList();
            var over = near.Where(letter => IsAt(line, letter, LowestUnder, HighestUnder)).ToList();
            if (IsOneLine(line, through))
            {
                lines.Add(line);
                struck.UnionWith(through);
            }
            else if (IsOneLine(line, over))
            {
                underlined.UnionWith(over);
            }
        }

        return struck.Count + underlined.Count == 0
            ? page
            : page with
            {
                Letters = page.Letters.ConvertAll(letter =>
                    struck.Contains(letter) ? letter with { IsStruck = true }
                    : underlined.Contains(letter) ? letter with { IsUnderlined = true }
                    : letter
                ),
                Rules = page.Rules with { Level = [.. page.Rules.Level.Where(line => !lines.Contains(line))] },
                HasStruck = struck.Count > 0,
            };

        List<PdfLetter> Near(PdfRule line) =>
            [.. Enumerable.Range(PdfStrips.Of(line.Height) - TallestLetter + 1, TallestLetter + 1).SelectMany(strip => byStrip[strip])];
    }

    private static bool IsAt(PdfRule line, PdfLetter letter, double lowest, double highest)
    {
        var (middle, height) = ((letter.Left + letter.Right) / 2, line.Height - letter.Baseline);
        return middle >= line.Left && middle <= line.Right && height >= lowest * letter.Size && height <= highest * letter.Size;
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
