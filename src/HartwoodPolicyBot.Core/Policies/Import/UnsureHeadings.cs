namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Finds the blocks that may or may not be headings, for whoever sent the file to look at.</summary>
internal static class UnsureHeadings
{
    private const int Most = 12;
    private const int WordsOfSentence = 12;

    /// <param name="blocks">What was found.</param>
    /// <param name="levels">The level of each heading.</param>
    /// <param name="title">The blocks that are the title.</param>
    /// <param name="isMarked">Whether the file marks its headings.</param>
    public static HashSet<int> Find(List<FoundBlock> blocks, IReadOnlyDictionary<int, int> levels, IReadOnlySet<int> title, bool isMarked)
    {
        var unsure = new HashSet<int>();
        foreach (var i in levels.Keys.Order())
        {
            var text = blocks[i].Text;
            var isSentence = text[^1] is '.' or ';' && text.Count(letter => letter == ' ') >= WordsOfSentence;
            if (isSentence || blocks[i] is { IsMostlyBold: true, HeadingLevel: null })
            {
                unsure.Add(i);
            }
        }

        unsure.UnionWith(
            Enumerable.Range(0, blocks.Count).Where(i => blocks[i].HeadingLevel is not null && !levels.ContainsKey(i) && !title.Contains(i))
        );
        unsure.UnionWith(BoldStarts.Find(blocks, levels.Keys.ToHashSet()).Where(i => !title.Contains(i)).Take(Most));
        if (!isMarked)
        {
            return unsure;
        }

        var first = levels.Count == 0 ? blocks.Count : levels.Keys.Min();
        var body = HeadingLook.BodyLook([.. blocks.Where(block => block.HeadingLevel is null)]);
        unsure.UnionWith(
            Enumerable
                .Range(0, blocks.Count)
                .Where(i => !levels.ContainsKey(i) && !title.Contains(i) && i > first)
                .Where(i => HeadingLook.MayBeHeading(blocks, i) && HeadingLook.Differs(blocks[i], body))
                .Take(Most)
        );
        return unsure;
    }
}
