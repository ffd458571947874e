namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>
/// Finds headings of which a part is not bold, where the others are bold. They stand alone over text; such lines below each other are
/// names and terms with what they mean.
/// </summary>
internal static class MostlyBoldHeadings
{
    private const int Fewest = 2;

    /// <param name="blocks">What was found.</param>
    /// <param name="others">The headings that were found already.</param>
    /// <param name="body">How most of the text looks.</param>
    public static IEnumerable<int> Find(IReadOnlyList<FoundBlock> blocks, IReadOnlySet<int> others, BlockLook body)
    {
        var sizes = others
            .Where(i => blocks[i].Look.Bold)
            .CountBy(i => Math.Round(blocks[i].Look.Size))
            .Where(same => same.Value >= Fewest)
            .Select(same => same.Key)
            .ToHashSet();
        return body.Bold || sizes.Count == 0 ? [] : Enumerable.Range(1, Math.Max(0, blocks.Count - 2)).Where(Is);

        bool Is(int i) =>
            blocks[i] is { IsMostlyBold: true, HeadingLevel: null } block
            && sizes.Contains(Math.Round(block.Look.Size))
            && HeadingLook.MayBeHeading(blocks, i)
            && !block.Raw.Contains('\t')
            && !block.Text.Contains(':')
            && block.BoldStart is not [.., '.' or '–' or '-']
            && !blocks[i - 1].IsMostlyBold
            && blocks[i + 1] is { IsMostlyBold: false } below
            && (below.Kind == BlockKind.Bullet || below.Text[^1] is '.' or ':' or '?');
    }
}
