using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>One letter, where it is when its line is held level.</summary>
internal sealed record PdfLetter(string Value, double Left, double Right, double Baseline, double Size)
{
    private const double Black = 0.15;
    private static readonly string[] BoldNames = ["bold", "black", "heavy", "demi"];
    private static readonly string[] ItalicNames = ["italic", "oblique"];

    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    /// <summary>Its colour; null for black.</summary>
    public string? Colour { get; init; }

    public required string Font { get; init; }

    /// <summary>Whether it is not drawn, as the words that a program has recognised in a scan.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The heading that it is in, where the file says so.</summary>
    public PdfTag? Tag { get; init; }

    /// <summary>Whether the file says that it belongs to the page and not to the text, as the letters of a header do.</summary>
    public bool IsOfPage { get; init; }

    /// <summary>Whether a line is drawn through it. It is not read, but the words beside it are no further apart for that.</summary>
    public bool IsStruck { get; init; }

    /// <summary>Whether a line is drawn under it.</summary>
    public bool IsUnderlined { get; init; }

    public bool IsSpace => IsStruck || string.IsNullOrWhiteSpace(Value);

    public static PdfLetter Of(Letter letter, PdfTurn turn, PdfTag? tag)
    {
        var (left, baseline) = turn.Level(letter.StartBaseLine.X, letter.StartBaseLine.Y);
        var (right, _) = turn.Level(letter.EndBaseLine.X, letter.EndBaseLine.Y);
        var name = letter.FontName ?? "";
        return new(letter.Value ?? "", left, right, baseline, SizeOf(letter))
        {
            IsBold = letter.FontDetails?.IsBold == true || Names(name, BoldNames),
            IsItalic = letter.FontDetails?.IsItalic == true || Names(name, ItalicNames),
            Colour = ColourOf(letter),
            Font = name,
            IsHidden = letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip,
            Tag = tag == PdfTag.OfPage ? null : tag,
            IsOfPage = tag == PdfTag.OfPage,
        };
    }

    private static double SizeOf(Letter letter) =>
        letter.PointSize > 0.5 ? letter.PointSize
        : letter.BoundingBox.Height > 0 ? letter.BoundingBox.Height * 1.4
        : 10;

    private static bool Names(string font, string[] names) =>
        Array.Exists(names, name => font.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static string? ColourOf(Letter letter)
    {
        if (letter.Color is null or PatternColor)
        {
            return null;
        }

        var (red, green, blue) = letter.Color.ToRGBValues();
        return Math.Max(red, Math.Max(green, blue)) <= Black ? null : FormattableString.Invariant($"{red:F2} {green:F2} {blue:F2}");
    }
}

/// <summary>How far lines are turned on a page: to the left, in degrees.</summary>
internal readonly record struct PdfTurn(double Degrees)
{
    private const double MostSkew = 8;
    private const double Shortest = 0.01;
    private double Sine => Math.Sin(Degrees * Math.PI / 180);

    private double Cosine => Math.Cos(Degrees * Math.PI / 180);

    /// <summary>Returns where a place of the page is when the lines are held level.</summary>
    public (double X, double Y) Level(double x, double y) => ((x * Cosine) + (y * Sine), (y * Cosine) - (x * Sine));

    /// <summary>Returns where the sides of a box of the page are when the lines are held level.</summary>
    public (double Left, double Right, double Bottom, double Top) Level(PdfRectangle box)
    {
        var (x, y) = Level(box.Left, box.Bottom);
        var (otherX, otherY) = Level(box.Right, box.Top);
        return (Math.Min(x, otherX), Math.Max(x, otherX), Math.Min(y, otherY), Math.Max(y, otherY));
    }

    /// <summary>Returns the angle of a letter's line; null where the letter has no width.</summary>
    public static double? Of(Letter letter)
    {
        var (across, up) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        return Math.Abs(across) + Math.Abs(up) < Shortest ? null : Math.Atan2(up, across) * 180 / Math.PI;
    }

    /// <summary>Returns the quarter turn that an angle is near to, as a scan that lies a little askew is; null for slanted words.</summary>
    public static int? Quarter(double degrees)
    {
        var quarter = (int)Math.Round(degrees / 90);
        return Math.Abs(degrees - (quarter * 90)) > MostSkew ? null : ((quarter % 4) + 4) % 4;
    }
}
