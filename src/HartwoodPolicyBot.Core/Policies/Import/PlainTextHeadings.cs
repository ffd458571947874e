namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Finds headings in a text without fonts, where short lines that stand alone are headings.</summary>
internal static class PlainTextHeadings
{
    private const int MostWordsAlone = 9;
    private const int MostWordsOverText = 6;
    private const int Fewest = 3;
    private const double MostlyOver = 0.8;
    private const double MoreThanHalf = 0.6;

    public static IEnumerable<int> Find(List<FoundBlock> blocks) =>
        Enumerable.Range(0, blocks.Count).Where(i => StandsAlone(blocks, i)).Concat(OverLists(blocks)).Concat(OverText(blocks));

    private static bool StandsAlone(List<FoundBlock> blocks, int i) =>
        blocks[i].StandsAlone
        && HeadingLook.MayBeHeading(blocks, i)
        && !PlainWords.StartsWithListNumber(blocks[i].Text)
        && blocks[i].Text.Count(letter => letter == ' ') < MostWordsAlone
        && i + 1 < blocks.Count
        && blocks[i + 1].Kind != BlockKind.Row;

    /// <summary>Finds lines such as "Before you start:", where a file has nearly nothing but such lines and the lists below them.</summary>
    private static List<int> OverLists(List<FoundBlock> blocks)
    {
        var lines = Enumerable.Range(1, Math.Max(0, blocks.Count - 1)).Where(i => blocks[i].Kind == BlockKind.Paragraph).ToList();
        var over = lines
            .Where(i => EndsInColon(blocks[i]))
            .Where(i => i + 1 < blocks.Count && blocks[i + 1].Kind == BlockKind.Bullet)
            .ToList();
        return over.Count >= Fewest && over.Count >= lines.Count * MostlyOver ? over : [];
    }

    /// <summary>Finds lines such as "Opening hours:", where a file has several with text below them, and hardly any with a list.</summary>
    private static List<int> OverText(List<FoundBlock> blocks)
    {
        var ended = Enumerable.Range(0, Math.Max(0, blocks.Count - 1)).Where(i => EndsInColon(blocks[i])).ToList();
        var over = ended.Where(i => blocks[i].Text.Count(letter => letter == ' ') < MostWordsOverText && IsText(blocks[i + 1])).ToList();

        // Where most of them are over text, the others head a list or an address.
        return over.Count < Fewest || over.Count < ended.Count * MoreThanHalf ? []
            : over.Count >= ended.Count * MostlyOver ? over
            : ended;

        static bool IsText(FoundBlock block) =>
            block.Kind == BlockKind.Paragraph
            && !PlainWords.StartsWithListNumber(block.Text)
            && !char.IsLower(block.Text[0])
            && block.Text[^1] is '.' or '?' or '!';
    }

    private static bool EndsInColon(FoundBlock block) => block.StandsAlone && block.Text[^1] == ':' && HeadingLook.IsShort(block.Text);
}
