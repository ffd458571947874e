namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Puts a large first letter, which goes over several lines, back before the first of them.</summary>
internal static class PdfDropCapitals
{
    private const double LargerThanText = 1.9;
    private const double Height = 0.8;
    private const double Beside = 0.5;
    private const double Alone = 1.5;

    public static PdfPage Join(PdfPage page)
    {
        var text = page
            .Letters.GroupBy(letter => Math.Round(letter.Size))
            .OrderByDescending(same => same.Count())
            .Select(same => same.Key)
            .FirstOrDefault();
        var moved = new Dictionary<PdfLetter, PdfLetter>(ReferenceEqualityComparer.Instance);
        foreach (var large in page.Letters.Where(letter => letter.Size >= text * LargerThanText && IsCapital(letter)))
        {
            if (IsAlone(large, page.Letters) && First(large, page.Letters) is { } first)
            {
                moved[large] = large with
                {
                    Left = first.Left - (first.Size / 2),
                    Right = first.Left,
                    Baseline = first.Baseline,
                    Size = first.Size,
                    IsBold = first.IsBold,
                    Font = first.Font,
                    Colour = first.Colour,
                };
            }
        }

        return moved.Count == 0 ? page : page with { Letters = page.Letters.ConvertAll(letter => moved.GetValueOrDefault(letter, letter)) };
    }

    private static bool IsCapital(PdfLetter letter) => letter.Value.Length == 1 && char.IsUpper(letter.Value[0]);

    private static bool IsAlone(PdfLetter large, List<PdfLetter> letters) =>
        !letters.Exists(other =>
            !ReferenceEquals(other, large)
            && !other.IsSpace
            && other.Size >= large.Size / LargerThanText
            && Math.Abs(other.Baseline - large.Baseline) < large.Size
            && Math.Abs(other.Left - large.Left) < large.Size * Alone
        );

    /// <summary>Returns the first letter of the highest line beside a large letter, where it goes on with the word.</summary>
    private static PdfLetter? First(PdfLetter large, List<PdfLetter> letters)
    {
        var beside = letters.Where(letter =>
            !letter.IsSpace
            && !letter.IsHidden
            && letter.Left >= large.Right - 1
            && letter.Left <= large.Right + (Beside * large.Size)
            && letter.Baseline >= large.Baseline - 1
            && letter.Baseline <= large.Baseline + (Height * large.Size)
        );
        var first = beside.OrderByDescending(letter => Math.Round(letter.Baseline)).ThenBy(letter => letter.Left).FirstOrDefault();
        return first is not null && char.IsLower(first.Value[0]) && first.Baseline > large.Baseline + (first.Size / 2) ? first : null;
    }
}
