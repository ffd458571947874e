namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Finds headings that end in a colon or a full stop, where an author ends most of them so.</summary>
internal static class HeadingEnds
{
    private const int MostWords = 8;
    private const int Fewest = 2;
    private static readonly char[] Ends = [':', '.'];

    /// <param name="blocks">What was found.</param>
    /// <param name="others">The headings that were found already.</param>
    /// <param name="body">How most of the text looks.</param>
    public static IEnumerable<int> Find(IReadOnlyList<FoundBlock> blocks, IReadOnlySet<int> others, BlockLook body) =>
        Ends.Select(end =>
                (
                    Ended: Enumerable.Range(0, blocks.Count).Where(i => !others.Contains(i) && EndsIn(blocks[i], end, body)).ToList(),
                    Others: others.Count(i => blocks[i].Text[^1] != end)
                )
            )
            .Where(ends => ends.Ended.Count >= Fewest && ends.Ended.Count >= ends.Others)
            .SelectMany(ends => ends.Ended);

    /// <summary>Says whether a numbered line has too few capitals to tell it from one abbreviation, such as "1. AIM.".</summary>
    private static bool IsShortCapitals(string text) =>
        PlainWords.NumberDepth(text) > 0 && text.Count(char.IsUpper) is 2 or 3 && !text.Any(char.IsLower);

    private static bool EndsIn(FoundBlock block, char end, BlockLook body) =>
        block.Kind == BlockKind.Paragraph
        && block.Text[^1] == end
        && block.Text.Count(letter => letter == ' ') < MostWords
        && HeadingLook.IsShort(block.Text)
        && (HeadingLook.Differs(block, body) || IsShortCapitals(block.Text))
        && (end == ':' || PlainWords.NumberDepth(block.Text) > 0 || PlainWords.IsCapitals(block.Text));
}
