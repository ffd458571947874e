namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Puts the letters of a page together to rows.</summary>
internal static class PdfRows
{
    private const double SameRow = 0.4;
    private const double MuchLarger = 2.2;
    private const double SamePlace = 0.12;

    public static List<PdfRow> Of(IEnumerable<PdfLetter> letters, PdfRules rules)
    {
        var rows = new List<List<PdfLetter>>();
        foreach (var letter in WithoutCopies(letters).OrderByDescending(letter => letter.Baseline))
        {
            var last = rows.Count == 0 ? null : rows[^1];
            if (last is not null && Math.Abs(last[0].Baseline - letter.Baseline) <= SameRow * SizeOfBoth(last[0].Size, letter.Size))
            {
                last.Add(letter);
            }
            else if (last is not null && PdfNoteMarks.AreOver(last, letter))
            {
                last.Insert(0, letter);
            }
            else
            {
                rows.Add([letter]);
            }
        }

        var apart = rows.ConvertAll(PdfOverprint.Apart);
        var gaps = new PdfGaps([.. apart.SelectMany(lines => lines)], rules);
        return
        [
            .. apart
                .SelectMany(lines => lines.Select(line => PdfRowBuilder.Build(line, gaps) with { IsPrintedOver = lines.Count > 1 }))
                .Where(row => row.Segments.Count > 0),
        ];
    }

    private static double SizeOfBoth(double one, double other) =>
        Math.Max(one, other) > MuchLarger * Math.Min(one, other) ? Math.Min(one, other) : Math.Max(one, other);

    /// <summary>Leaves out letters that are drawn a second time in the same place, as programs do to make them bold.</summary>
    private static IEnumerable<PdfLetter> WithoutCopies(IEnumerable<PdfLetter> letters)
    {
        var seen = new Dictionary<(string, int, int), PdfLetter>();
        foreach (var letter in letters)
        {
            var (x, y) = ((int)Math.Floor(letter.Left), (int)Math.Floor(letter.Baseline));
            var isCopy = false;
            for (var near = 0; near < 9 && !isCopy; near++)
            {
                isCopy =
                    seen.TryGetValue((letter.Value, x + (near % 3) - 1, y + (near / 3) - 1), out var other)
                    && Math.Abs(other.Left - letter.Left) < SamePlace * letter.Size
                    && Math.Abs(other.Baseline - letter.Baseline) < SamePlace * letter.Size;
            }

            if (!isCopy)
            {
                seen[(letter.Value, x, y)] = letter;
                yield return letter;
            }
        }
    }
}
