using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Finds headings that only a colour, slanted letters or another font tell from the text.</summary>
internal static partial class HeadingAccents
{
    private const int Fewest = 2;
    private const double MostlyHeadings = 0.6;

    /// <param name="blocks">What was found.</param>
    /// <param name="others">The headings that stand out in another way.</param>
    /// <param name="body">How most of the text looks.</param>
    public static IEnumerable<int> Find(IReadOnlyList<FoundBlock> blocks, IReadOnlySet<int> others, BlockLook body) =>
        ByAccent(
                blocks,
                Enumerable
                    .Range(0, blocks.Count)
                    .Where(i => !others.Contains(i) && blocks[i].Kind == BlockKind.Paragraph && IsAccented(blocks[i], body))
                    .ToList()
            )
            .SelectMany(same => Headings(blocks, same.ToList()));

    /// <summary>Puts those of the same accent together. One in two colours goes with the commonest colour.</summary>
    private static IEnumerable<IGrouping<(string? Colour, bool Italic, string? Font), int>> ByAccent(
        IReadOnlyList<FoundBlock> blocks,
        List<int> accented
    )
    {
        var commonest = accented
            .Select(i => blocks[i].Look)
            .Where(look => look is { HasTwoColours: false, Colour: not null })
            .GroupBy(look => look.Colour)
            .OrderByDescending(same => same.Count())
            .Select(same => same.Key)
            .FirstOrDefault();
        return accented.GroupBy(i =>
        {
            var look = blocks[i].Look;
            return (look.HasTwoColours ? commonest ?? look.Colour : look.Colour, look.Italic, look.Font);
        });
    }

    /// <summary>Returns those of the same accent that may be headings, where people use it for hardly anything besides.</summary>
    private static List<int> Headings(IReadOnlyList<FoundBlock> blocks, List<int> accented)
    {
        var headings = accented
            .Where(i => HeadingLook.MayBeHeading(blocks, i) && !NoHeading().IsMatch(blocks[i].Text))
            .Where(i => i + 1 < blocks.Count && blocks[i + 1].Kind != BlockKind.Row)
            .ToList();
        return headings.Count >= Fewest && headings.Count >= accented.Count * MostlyHeadings ? headings : [];
    }

    private static bool IsAccented(FoundBlock block, BlockLook body) =>
        block.Look.Colour != body.Colour
        || (block.Look.Italic && !body.Italic)
        || (block.Look.Font is { } font && body.Font is { } usual && font != usual);

    /// <summary>Matches what stands below a picture or table, and addresses.</summary>
    [GeneratedRegex(
        @"^(?:figure|fig\.|table|source|note|photo|picture|image|diagram|chart|box)\b|\bwww\.|https?:|@",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NoHeading();
}
