using System.Text;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Puts letters together to one segment.</summary>
/// <param name="isCut">Whether a line is drawn between it and the segment before it.</param>
internal sealed class PdfSegmentBuilder(bool isCut)
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<double, int> sizes = [];
    private double left;
    private double right;
    private double baseline;
    private double firstWord;
    private int lastWord;
    private BlockLook? look;
    private PdfTag? tag;
    private string? boldStart;
    private bool isOfPage = true;
    private int letters;
    private int boldLetters;

    /// <summary>The letters since the last gap.</summary>
    public string LastWord => text.ToString(lastWord, text.Length - lastWord);

    /// <summary>What it holds so far.</summary>
    public string Text => text.ToString();

    /// <summary>How many letters and spaces it holds so far.</summary>
    public int Length => text.Length;

    public void Space()
    {
        firstWord = firstWord == 0 ? right - left : firstWord;
        text.Append(' ');
        lastWord = text.Length;
    }

    public void Add(PdfLetter letter)
    {
        if (text.Length == 0)
        {
            (left, baseline) = (letter.Left, letter.Baseline);
        }

        text.Append(letter.Value);
        isOfPage &= letter.IsOfPage;
        right = letter.Right;
        if (letter.Value.Any(char.IsLetter))
        {
            letters++;
            boldLetters += letter.IsBold ? 1 : 0;

            // Underlined words in a colour are mostly links.
            var own = new BlockLook(0, letter.IsBold, letter is { IsUnderlined: true, Colour: null }, false)
            {
                Italic = letter.IsItalic,
                Colour = letter.Colour,
                Font = letter.Font,
            };
            boldStart = look is { Bold: true } && !letter.IsBold ? text.ToString(0, text.Length - letter.Value.Length).Trim() : boldStart;
            tag = look is null || tag == letter.Tag ? letter.Tag : null;
            look = look?.And(own) ?? own;
        }

        var rounded = Math.Round(letter.Size * 2) / 2;
        sizes[rounded] = sizes.GetValueOrDefault(rounded) + letter.Value.Length;
    }

    public PdfSegment Build() =>
        new(
            text.ToString(),
            left,
            right,
            baseline,
            (look ?? default) with
            {
                Size = sizes.MaxBy(size => size.Value).Key,
            },
            firstWord == 0 ? right - left : firstWord
        )
        {
            IsCut = isCut,
            Tag = tag,
            BoldStart = boldStart,
            IsOfPage = isOfPage,
            IsMostlyBold = boldLetters > 0 && boldLetters * 2 >= letters,
        };
}
