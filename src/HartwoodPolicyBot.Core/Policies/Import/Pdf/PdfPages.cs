using UglyToad.PdfPig.Content;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Takes what a page of a PDF holds apart: its level lines, and those that are turned, each held level.</summary>
internal static class PdfPages
{
    private const double OverLetter = 0.7;
    private const double BesideLetter = 0.5;
    private const double MostOutside = 0.1;
    private const int FewLetters = 60;
    private const double MostOfPage = 0.6;

    /// <summary>Returns the page as sheets: one for each way in which its lines are turned, the one with most words first.</summary>
    public static List<PdfPage> Of(Page page, IReadOnlyList<PdfLetter> filledIn, Dictionary<Letter, PdfTag> tags)
    {
        var byTurn = new Dictionary<int, List<(Letter Letter, double Degrees)>>();
        var (hasSlanted, angle) = (false, 0.0);
        foreach (var letter in WithoutOutside(page))
        {
            angle = PdfTurn.Of(letter) ?? angle;
            if (PdfTurn.Quarter(angle) is { } quarter)
            {
                if (!byTurn.TryGetValue(quarter, out var same))
                {
                    byTurn[quarter] = same = [];
                }

                same.Add((letter, angle));
            }
            else
            {
                hasSlanted |= !string.IsNullOrWhiteSpace(letter.Value);
            }
        }

        if (filledIn.Count > 0 && !byTurn.ContainsKey(0))
        {
            byTurn[0] = [];
        }

        var isScan = IsScan(page, byTurn.Values.Sum(same => same.Count(letter => !string.IsNullOrWhiteSpace(letter.Letter.Value))));
        var sheets = byTurn
            .OrderByDescending(turned => turned.Value.Count)
            .Select(turned =>
                Sheet(page, turned.Value, turned.Key == 0 ? filledIn : [], tags) with
                {
                    IsTurned = turned.Key != 0 && byTurn.Count > 1,
                    Height = turned.Key == 0 ? page.Height : null,
                }
            )
            .Where(sheet => sheet.Letters.Count > 0)
            .ToList();
        if (sheets.Count == 0)
        {
            sheets.Add(new PdfPage(page.Number, [], PdfRules.None));
        }

        sheets[0] = sheets[0] with
        {
            Pictures = page.NumberOfImages,
            HasSlanted = hasSlanted,
            IsScan = isScan,
            HasDrawings = page.Paths.Count > 0,
        };
        return sheets;
    }

    private static PdfPage Sheet(
        Page page,
        List<(Letter Letter, double Degrees)> letters,
        IReadOnlyList<PdfLetter> more,
        Dictionary<Letter, PdfTag> tags
    )
    {
        // A quarter turn is exact for most files; a scan lies as much askew as most of its letters do.
        var angles = letters.ConvertAll(letter => letter.Degrees);
        angles.Sort();
        var turn = new PdfTurn(angles.Count == 0 ? 0 : angles[angles.Count / 2]);
        var all = letters.ConvertAll(letter => PdfLetter.Of(letter.Letter, turn, tags.GetValueOrDefault(letter.Letter)));
        all.AddRange(more);
        all.AddRange([.. PdfBullets.Of(page, turn, all)]);
        return new PdfPage(page.Number, WithoutRecognisedTwice(all), PdfRules.Of(page, turn));
    }

    /// <summary>Leaves out letters beside the page, which nobody sees.</summary>
    private static IReadOnlyList<Letter> WithoutOutside(Page page)
    {
        var inside = page
            .Letters.Where(letter =>
                letter.StartBaseLine.X >= -1
                && letter.StartBaseLine.X <= page.Width + 1
                && letter.StartBaseLine.Y >= -1
                && letter.StartBaseLine.Y <= page.Height + 1
            )
            .ToList();
        return inside.Count >= page.Letters.Count * (1 - MostOutside) ? inside : page.Letters;
    }

    /// <summary>Leaves out hidden letters that lie over letters that are drawn: a program has recognised words that were there.</summary>
    private static List<PdfLetter> WithoutRecognisedTwice(List<PdfLetter> letters)
    {
        var drawn = letters.Where(letter => !letter.IsHidden && !letter.IsSpace).ToLookup(letter => PdfStrips.Of(letter.Baseline));
        if (drawn.Count == 0 || !letters.Exists(letter => letter.IsHidden))
        {
            return letters;
        }

        return [.. letters.Where(letter => !letter.IsHidden || (!letter.IsSpace && !IsOverDrawn(letter)))];

        bool IsOverDrawn(PdfLetter hidden)
        {
            var strip = PdfStrips.Of(hidden.Baseline);
            return Enumerable
                .Range(strip - 1, 3)
                .SelectMany(near => drawn[near])
                .Any(letter =>
                    Math.Abs(letter.Baseline - hidden.Baseline) < OverLetter * letter.Size
                    && letter.Left - (BesideLetter * letter.Size) < hidden.Right
                    && letter.Right + (BesideLetter * letter.Size) > hidden.Left
                );
        }
    }

    /// <summary>Says whether a page is a picture with no more than a few words, such as a stamp.</summary>
    private static bool IsScan(Page page, int letters)
    {
        if (page.NumberOfImages == 0 || letters >= FewLetters)
        {
            return false;
        }

        return PdfDamage.ReadOr(
            true,
            () => page.GetImages().Sum(image => image.BoundingBox.Width * image.BoundingBox.Height) >= page.Width * page.Height * MostOfPage
        );
    }
}

/// <summary>What one page of a PDF holds in lines that are turned alike.</summary>
/// <param name="Rules">The lines that are drawn on it.</param>
internal sealed record PdfPage(int Number, List<PdfLetter> Letters, PdfRules Rules)
{
    public List<PdfRow> Rows { get; init; } = [];

    /// <summary>How high the page is; null where its lines are turned.</summary>
    public double? Height { get; init; }

    public int Pictures { get; init; }

    public bool HasSlanted { get; init; }

    public bool HasWatermark { get; init; }

    /// <summary>Whether a line was drawn through words, which were left out.</summary>
    public bool HasStruck { get; init; }

    public bool HasDrawings { get; init; }

    /// <summary>Whether it is a picture of a page, without its words.</summary>
    public bool IsScan { get; init; }

    /// <summary>Whether its lines are turned and others on the page are not.</summary>
    public bool IsTurned { get; init; }

    /// <summary>Whether most of its words are those that a program has recognised in a picture.</summary>
    public bool IsRecognised => Letters.Count(letter => letter.IsHidden) * 2 > Letters.Count;
}
