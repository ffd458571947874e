using System.Text;
using UglyToad.PdfPig.Content;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Puts letters together to one segment.</summary>
internal sealed class PdfSegmentBuilder
{
    private static readonly string[] BoldNames = ["bold", "black", "heavy", "demi"];
    private readonly StringBuilder text = new();
    private readonly Dictionary<double, int> sizes = [];
    private double left;
    private double right;
    private double baseline;
    private double firstWord;
    private bool allBold = true;

    public void Space()
    {
        firstWord = firstWord == 0 ? right - left : firstWord;
        text.Append(' ');
    }

    public void Add(Letter letter, double size)
    {
        if (text.Length == 0)
        {
            (left, baseline) = (letter.StartBaseLine.X, letter.StartBaseLine.Y);
        }

        text.Append(letter.Value);
        right = letter.EndBaseLine.X;
        allBold &= IsBold(letter) || !letter.Value.Any(char.IsLetterOrDigit);
        var rounded = Math.Round(size * 2) / 2;
        sizes[rounded] = sizes.GetValueOrDefault(rounded) + 1;
    }

    public PdfSegment Build() =>
        new(
            text.ToString(),
            left,
            right,
            baseline,
            new BlockLook(sizes.MaxBy(size => size.Value).Key, allBold && text.ToString().Any(char.IsLetterOrDigit), false, false),
            firstWord == 0 ? right - left : firstWord
        );

    private static bool IsBold(Letter letter) =>
        letter.FontDetails?.IsBold == true
        || (letter.FontName is { } name && Array.Exists(BoldNames, bold => name.Contains(bold, StringComparison.OrdinalIgnoreCase)));
}
