namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>
/// Takes headings apart that stand beside each other on one line, with tabs between them, and gives each the text that stands below it
/// on the next line. Several such lines are the rows of a table.
/// </summary>
internal static class TabbedHeadings
{
    public static FoundDocument Divide(FoundDocument found)
    {
        var blocks = found.Blocks;
        var divided = new Dictionary<int, FoundBlock[]>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (Parts(blocks[i]) is not { } heads || !IsLine(blocks[i]) || !heads.TrueForAll(IsHeading))
            {
                continue;
            }

            var below = blocks.Skip(i + 1).TakeWhile(block => Parts(block)?.Count == heads.Count && !IsLine(block)).ToList();
            if (below.Count == 1 && Parts(below[0])!.TrueForAll(part => part[^1] is '.' or '?' or '!'))
            {
                divided[i] = [.. heads.Zip(Parts(below[0])!).SelectMany(pair => Section(blocks[i], below[0], pair.First, pair.Second))];
                divided[i + 1] = [];
            }
            else if (below.Count > 0)
            {
                found.Doubt(i, ImportDoubtKind.Table, FoundDocument.ReadByRows);
                Enumerable.Range(i, below.Count + 1).ToList().ForEach(row => divided[row] = [Row(blocks[row])]);
            }
            else if (blocks[i].HeadingLevel is null)
            {
                found.Doubt(
                    i,
                    ImportDoubtKind.ReadingOrder,
                    $"“{string.Join("” and “", heads)}” are beside each other here. I read them as one line."
                );
            }
        }

        return divided.Count == 0 ? found : found.With(i => divided.TryGetValue(i, out var parts) ? parts : [blocks[i]]);
    }

    /// <summary>Returns what is before, between and after the tabs of a paragraph; null where it has none.</summary>
    private static List<string>? Parts(FoundBlock block)
    {
        if (block.Kind != BlockKind.Paragraph || !block.Raw.Contains('\t'))
        {
            return null;
        }

        var parts = block.Raw.Split('\t').Select(PlainWords.Clean).Where(part => part.Length > 0).ToList();
        return parts.Count > 1 ? parts : null;
    }

    private static bool IsLine(FoundBlock block) => block.Look.Bold || block.HeadingLevel is not null;

    /// <summary>Says whether a part can be a heading of its own, and not the number or the name of what comes after it.</summary>
    private static bool IsHeading(string part) =>
        SideHeadings.IsLabel(part, standsOut: true)
        && HeadingLook.IsShort(part)
        && part[^1] != ':'
        && !PlainWords.IsPart(part)
        && PlainWords.NumberDepth(part) == 0
        && !DocumentControl.IsLabel(part);

    private static IEnumerable<FoundBlock> Section(FoundBlock head, FoundBlock text, string heading, string below) =>
        [head with { Text = heading, Raw = heading }, text with { Text = below, Raw = below }];

    private static FoundBlock Row(FoundBlock block) => FoundBlock.Row(Parts(block)!) with { Raw = block.Raw, Look = block.Look };
}
