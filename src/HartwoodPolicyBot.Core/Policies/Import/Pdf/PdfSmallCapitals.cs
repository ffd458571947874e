namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Reads small capitals, which are printed as smaller capital letters, as the small letters that they stand for.</summary>
internal static class PdfSmallCapitals
{
    private const double Smallest = 0.6;
    private const double Largest = 0.9;
    private const double SameHeight = 0.05;
    private const double SameWord = 0.3;

    /// <param name="row">The letters of one row, from left to right.</param>
    public static List<PdfLetter> Read(List<PdfLetter> row)
    {
        var sizes = new HashSet<(double, string)>();
        for (var i = 1; i < row.Count; i++)
        {
            if (IsSmall(row[i - 1], row[i]))
            {
                sizes.Add((row[i].Size, row[i].Font));
            }
        }

        if (sizes.Count == 0 || row.Exists(letter => letter.Value.Any(char.IsLower) && sizes.Contains((letter.Size, letter.Font))))
        {
            return row;
        }

        var large = row.Max(letter => letter.Size);
        return row.ConvertAll(letter =>
            sizes.Contains((letter.Size, letter.Font)) ? letter with { Value = letter.Value.ToLowerInvariant(), Size = large } : letter
        );
    }

    /// <summary>Says whether a capital letter stands beside a larger one in the same word.</summary>
    private static bool IsSmall(PdfLetter first, PdfLetter next) =>
        first.Value.Any(char.IsUpper)
        && next.Value.Any(char.IsUpper)
        && next.Size <= Largest * first.Size
        && next.Size >= Smallest * first.Size
        && Math.Abs(first.Baseline - next.Baseline) <= SameHeight * first.Size
        && next.Left - first.Right <= SameWord * next.Size;
}
