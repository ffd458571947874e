using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>The lines that are drawn on a page, and the sides of its boxes.</summary>
/// <param name="Level">Lines from left to right.</param>
/// <param name="Upright">Lines from top to bottom.</param>
internal sealed record PdfRules(IReadOnlyList<PdfRule> Level, IReadOnlyList<PdfUprightRule> Upright)
{
    /// <summary>How far apart lines may be that meet, or are one line.</summary>
    public const double Near = 3;

    private const double Thickness = 2;
    private const double ShortestLevel = 8;
    private const double ShortestUpright = 6;
    private const int Most = 4_000;

    public static PdfRules None { get; } = new([], []);

    public static PdfRules Of(Page page, PdfTurn turn)
    {
        var (level, upright) = (new HashSet<PdfRule>(), new HashSet<PdfUprightRule>());
        foreach (var part in page.Paths.Take(Most).SelectMany(path => path).Take(Most))
        {
            if (part.GetBoundingRectangle() is { } box)
            {
                Add(part, box);
            }
        }

        return new([.. level], [.. upright]);

        void Add(PdfSubpath part, PdfRectangle box)
        {
            var (left, right, bottom, top) = turn.Level(box);
            var isBox = right - left >= Thickness && top - bottom >= Thickness;
            if (isBox && !part.IsDrawnAsRectangle)
            {
                return;
            }

            if (right - left >= ShortestLevel)
            {
                level.Add(new(left, right, bottom));
                level.Add(new(left, right, top));
            }

            if (top - bottom >= ShortestUpright)
            {
                upright.Add(new(left, bottom, top));
                upright.Add(new(right, bottom, top));
            }
        }
    }

    /// <summary>Says whether a line goes from top to bottom between two places at a height.</summary>
    public bool Divides(double left, double right, double height) =>
        Upright.Any(rule => rule.X >= left - 0.5 && rule.X <= right + 0.5 && rule.Bottom <= height + 2 && rule.Top >= height + 2);
}

/// <summary>A level line that is drawn on a page.</summary>
internal sealed record PdfRule(double Left, double Right, double Height);

/// <summary>An upright line that is drawn on a page.</summary>
internal sealed record PdfUprightRule(double X, double Bottom, double Top);
