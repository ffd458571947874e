using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Finds bullets that are drawn as small shapes instead of letters, as browsers do when they print a page.</summary>
internal static class PdfBullets
{
    private const double Smallest = 0.12;
    private const double Largest = 0.7;
    private const double Squareness = 1.35;
    private const double Nearest = 0.15;
    private const double Farthest = 3;
    private const double Highest = 0.8;
    private const int Most = 4_000;

    /// <summary>Returns a letter for each shape that stands alone before the first word of a line.</summary>
    public static IEnumerable<PdfLetter> Of(Page page, PdfTurn turn, List<PdfLetter> letters)
    {
        var shapes = page.Paths.Take(Most).Select(path => Shape(path, turn)).OfType<PdfShape>().Distinct().ToList();
        if (shapes.Count == 0)
        {
            return [];
        }

        var byHeight = letters.Where(letter => !letter.IsSpace).ToLookup(letter => PdfStrips.Of(letter.Baseline));
        return shapes.Select(shape => Bullet(shape, byHeight)).OfType<PdfLetter>().DistinctBy(bullet => bullet.Baseline);
    }

    private static PdfShape? Shape(PdfPath path, PdfTurn turn)
    {
        if (path.IsClipping || !(path.IsFilled || path.IsStroked) || path.GetBoundingRectangle() is not { } box)
        {
            return null;
        }

        var level = turn.Level(box);
        var shape = new PdfShape(level.Left, level.Right, level.Bottom, level.Top);
        return shape.Width > 0 && shape.Width <= shape.Height * Squareness && shape.Height <= shape.Width * Squareness ? shape : null;
    }

    private static PdfLetter? Bullet(PdfShape shape, ILookup<int, PdfLetter> byHeight)
    {
        var strip = PdfStrips.Of(shape.Bottom);
        var beside = Enumerable
            .Range(strip - 2, 4)
            .SelectMany(near => byHeight[near])
            .Where(letter => shape.Bottom >= letter.Baseline - 0.5 && shape.Top <= letter.Baseline + (Highest * letter.Size))
            .ToList();
        var first = beside.Where(letter => letter.Left >= shape.Right).MinBy(letter => letter.Left);
        if (first is null || first.IsBold || shape.Height < Smallest * first.Size || shape.Height > Largest * first.Size)
        {
            return null;
        }

        var gap = first.Left - shape.Right;
        var isAlone = !beside.Exists(letter => letter.Left < shape.Right && letter.Right > shape.Left - (Farthest * first.Size));
        return isAlone && gap >= Nearest * first.Size && gap <= Farthest * first.Size
            ? first with
            {
                Value = "•",
                Left = shape.Left,
                Right = shape.Right,
                Tag = null,
            }
            : null;
    }

    private sealed record PdfShape(double Left, double Right, double Bottom, double Top)
    {
        public double Width => Right - Left;

        public double Height => Top - Bottom;
    }
}
