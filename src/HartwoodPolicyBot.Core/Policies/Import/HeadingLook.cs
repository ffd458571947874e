using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Says whether a block looks like a heading: short, whole, and different from the text around it.</summary>
internal static partial class HeadingLook
{
    private const int LongestHeading = 110;
    private const int MostWords = 14;
    private const double LargerBy = 0.9;

    /// <summary>Says whether a block is short and whole enough to be a heading.</summary>
    public static bool MayBeHeading(IReadOnlyList<FoundBlock> blocks, int number) => MayBeHeading(blocks, number, MostWords);

    /// <summary>Says the same with another number of words that a heading may have.</summary>
    public static bool MayBeHeading(IReadOnlyList<FoundBlock> blocks, int number, int mostWords)
    {
        var block = blocks[number];
        var text = block.Text;
        return block.Kind == BlockKind.Paragraph
            && IsShort(text, mostWords)
            && (!block.HasGap || PlainWords.IsPart(text))
            && text[^1] is not ('.' or ',' or ';')
            && !(text[^1] == ':' && !block.IsBeside && !PlainWords.IsOnlyPart(text) && LeadsOn());

        bool LeadsOn() => number + 1 >= blocks.Count || blocks[number + 1].Kind == BlockKind.Bullet || text.Contains(' ');
    }

    /// <summary>Says whether words could be a heading, whatever they end in.</summary>
    public static bool IsShort(string text) => IsShort(text, MostWords);

    private static bool IsShort(string text, int mostWords) =>
        text.Length is > 1 and <= LongestHeading
        && text.Count(letter => letter == ' ') < mostWords
        && text.Any(char.IsLetter)
        && !char.IsLower(text[0])
        && text[0] != '('
        && !Caption().IsMatch(text)
        && !Telephone().IsMatch(text)
        && !DocumentControl.IsFact(text);

    /// <summary>Says whether a block looks different from the text around it.</summary>
    public static bool Differs(FoundBlock block, BlockLook body) =>
        block.Look.Size >= body.Size + LargerBy
        || (block.Look.Bold && !body.Bold)
        || (block.Look.Underlined && !body.Underlined)
        || ((block.Look.Caps || PlainWords.IsCapitals(block.Text)) && !body.Caps);

    /// <summary>Returns how most of the text looks.</summary>
    public static BlockLook BodyLook(IReadOnlyList<FoundBlock> blocks)
    {
        var letters = blocks.Sum(block => (long)block.Text.Length);
        var size = blocks
            .GroupBy(block => block.Look.Size)
            .OrderByDescending(same => same.Sum(block => (long)block.Text.Length))
            .Select(same => same.Key)
            .FirstOrDefault();
        return new BlockLook(
            size,
            Most(block => block.Look.Bold),
            Most(block => block.Look.Underlined),
            Most(block => block.Look.Caps || PlainWords.IsCapitals(block.Text))
        )
        {
            Italic = Most(block => block.Look.Italic),
            Colour = Commonest(look => look.Colour),
            Font = Commonest(look => look.Font),
        };

        string? Commonest(Func<BlockLook, string?> of) =>
            blocks
                .GroupBy(block => of(block.Look))
                .OrderByDescending(same => same.Sum(block => (long)block.Text.Length))
                .Select(same => same.Key)
                .FirstOrDefault();

        bool Most(Func<FoundBlock, bool> has) => blocks.Where(has).Sum(block => (long)block.Text.Length) * 2 > letters;
    }

    /// <summary>Matches what people write above or below a table or picture.</summary>
    [GeneratedRegex(
        @"^(?:table|figure|fig\.?|chart|diagram|picture|photo|image) [0-9]{1,2}(?:\.[0-9]{1,2})?\s?(?:[:.\u2013-]|\z)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Caption();

    /// <summary>Matches a line that ends in a telephone number, as those of a list of people do.</summary>
    [GeneratedRegex(@"(?:\+44|\b0)[0-9 ()-]{8,16}$")]
    private static partial Regex Telephone();
}
