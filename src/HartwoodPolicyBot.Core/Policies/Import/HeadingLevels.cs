namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Tells the levels of headings by their numbers, and by how much they stand out.</summary>
internal static class HeadingLevels
{
    private const int Deepest = 5;

    /// <summary>Returns the level of each heading, from 1.</summary>
    public static Dictionary<int, int> Of(List<FoundBlock> blocks, SortedSet<int> headings)
    {
        var sorts = headings
            .Where(i => PlainWords.NumberDepth(blocks[i].Text) == 0 && !blocks[i].IsNumbered)
            .Select(i => SortOf(blocks[i]))
            .Distinct()
            .OrderDescending()
            .ToList();
        var ofNumbered = headings
            .Where(i => PlainWords.NumberDepth(blocks[i].Text) > 0)
            .GroupBy(i => SortOf(blocks[i]))
            .ToDictionary(same => same.Key, same => same.Min(i => PlainWords.NumberDepth(blocks[i].Text)));
        var deepest = ofNumbered.Count == 0 ? 0 : ofNumbered.Values.Max();
        return headings.ToDictionary(i => i, i => Math.Clamp(Level(blocks[i]), 1, Deepest));

        int Level(FoundBlock block) =>
            PlainWords.NumberDepth(block.Text) is > 0 and var depth ? depth
            : block.IsNumbered ? block.Depth + 1
            : ofNumbered.TryGetValue(SortOf(block), out var same) ? same
            : ofNumbered.Count > 0 && ofNumbered.Keys.Min() is var least && SortOf(block).CompareTo(least) < 0 ? deepest + 1
            : sorts.IndexOf(SortOf(block)) + 1;
    }

    /// <summary>Returns what sort of heading a block looks like. The more it stands out, the higher it is.</summary>
    public static (double Size, bool Caps, bool Bold, bool Underlined, bool Coloured, bool Upright) SortOf(FoundBlock block) =>
        (
            Math.Round(block.Look.Size),
            block.Look.Caps || PlainWords.IsCapitals(block.Text),
            block.Look.Bold || block.IsMostlyBold,
            block.Look.Underlined,
            block.Look.Colour is not null,
            !block.Look.Italic
        );
}
