namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Finds large words that lie under or over the text, such as DRAFT.</summary>
internal static class PdfWatermarks
{
    private const double LargerThanText = 2.5;
    private const double LetterHeight = 0.7;

    /// <summary>Returns the pages without such words, also where the same ones lie on a page beside the text.</summary>
    public static List<PdfPage> LeaveOut(List<PdfPage> pages)
    {
        var found = pages.SelectMany(page => Large(page).Where(row => LiesOverText(row, page)).Select(Key)).ToHashSet();
        return found.Count == 0 ? pages : pages.ConvertAll(page => LeaveOut(page, found));
    }

    private static PdfPage LeaveOut(PdfPage page, HashSet<(string, double)> found)
    {
        var marks = Large(page).Where(row => found.Contains(Key(row))).SelectMany(row => row).ToHashSet(ReferenceEqualityComparer.Instance);
        return marks.Count == 0
            ? page
            : page with
            {
                Letters = [.. page.Letters.Where(letter => !marks.Contains(letter))],
                HasWatermark = true,
            };
    }

    private static List<List<PdfLetter>> Large(PdfPage page)
    {
        var text = TextSize(page);
        return
        [
            .. page
                .Letters.Where(letter => letter.Size >= text * LargerThanText && !letter.IsSpace)
                .GroupBy(letter => (Math.Round(letter.Baseline), letter.Size))
                .Select(same => same.OrderBy(letter => letter.Left).ToList()),
        ];
    }

    private static double TextSize(PdfPage page) =>
        page
            .Letters.GroupBy(letter => Math.Round(letter.Size))
            .OrderByDescending(same => same.Count())
            .Select(same => same.Key)
            .FirstOrDefault();

    private static bool LiesOverText(List<PdfLetter> mark, PdfPage page)
    {
        var (left, right, bottom) = (mark[0].Left, mark[^1].Right, mark[0].Baseline);
        var small = page.Letters.Where(letter =>
            !letter.IsSpace
            && letter.Size * LargerThanText <= mark[0].Size
            && letter.Baseline >= bottom
            && letter.Baseline < bottom + (mark[0].Size * LetterHeight)
            && letter.Left < right
            && letter.Right > left
        );
        return small.Select(letter => mark.FindIndex(large => large.Right > letter.Left)).Distinct().Count() * 2 >= mark.Count;
    }

    private static (string, double) Key(List<PdfLetter> mark) =>
        (string.Concat(mark.Select(letter => letter.Value)), Math.Round(mark[0].Size));
}
