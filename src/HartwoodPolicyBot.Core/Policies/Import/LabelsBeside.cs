namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>
/// Decides about short bold words that have their text beside them, in a table or after a tab. They are headings where the file has no
/// others, or where they name the sections of a policy. In a policy with headings of its own they are terms or duties.
/// </summary>
internal static class LabelsBeside
{
    private const int FewestSections = 2;

    public static FoundDocument Settle(FoundDocument found)
    {
        var blocks = found.Blocks;
        var tabbed = Tabbed(blocks);
        var inTables = Enumerable.Range(0, blocks.Count).Where(i => blocks[i].BlocksBeside > 0).ToList();
        var inRows = inTables.SelectMany(i => Enumerable.Range(i, blocks[i].BlocksBeside + 1)).ToHashSet();
        if (tabbed.Count == 0 && inTables.Count == 0)
        {
            return found;
        }

        var hasSections = HasSections(blocks, inRows.Concat(tabbed.Keys).ToHashSet());
        if (hasSections && !SideHeadings.NameSections(tabbed.Values.Select(label => label.Label)))
        {
            tabbed.Clear();
        }

        var areHeadings = !hasSections || SideHeadings.NameSections(inTables.Select(i => blocks[i].Text));
        if (!areHeadings)
        {
            NoteTables(found, inRows);
        }

        return found.With(i =>
            tabbed.TryGetValue(i, out var label) ? Divided(blocks[i], label)
            : !inRows.Contains(i) ? [blocks[i]]
            : areHeadings ? [blocks[i] with { IsBeside = blocks[i].IsBeside || blocks[i].BlocksBeside > 0 }]
            : blocks[i].BlocksBeside > 0 ? [Row(blocks.GetRange(i, blocks[i].BlocksBeside + 1))]
            : []
        );
    }

    /// <summary>Notes the tables whose reader did not: it took their labels for headings.</summary>
    private static void NoteTables(FoundDocument found, HashSet<int> inRows)
    {
        foreach (var i in inRows.Where(i => !inRows.Contains(i - 1)).Order().ToList())
        {
            var first = i;
            while (first > 0 && found.Blocks[first - 1].Kind == BlockKind.Row)
            {
                first--;
            }

            if (!found.Doubts.Any(doubt => doubt.Kind == ImportDoubtKind.Table && doubt.Block >= first && doubt.Block <= i))
            {
                found.Doubt(i, ImportDoubtKind.Table, FoundDocument.ReadByRows);
            }
        }
    }

    /// <summary>Returns the paragraphs that start with bold words and a tab, where there are several with text after it.</summary>
    private static Dictionary<int, SideLabel> Tabbed(List<FoundBlock> blocks)
    {
        var labels = new Dictionary<int, SideLabel>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is { Kind: BlockKind.Paragraph, HeadingLevel: null, IsTitle: false, BoldStart: { } start } block)
            {
                var tab = block.Raw.IndexOf('\t');
                while (tab >= 0 && !IsSame(PlainWords.Clean(block.Raw[..tab]), start))
                {
                    tab = block.Raw.IndexOf('\t', tab + 1);
                }

                if (tab >= 0)
                {
                    labels[i] = new(PlainWords.Clean(block.Raw[..tab]), PlainWords.Clean(block.Raw[tab..]));
                }
            }
        }

        var rows = labels.Values.Where(label => label.Text.Length > 0 && SideHeadings.IsLabel(label.Label, standsOut: true)).ToList();
        return SideHeadings.Of(rows, rows.Count) != TableSides.None
            ? labels.Where(label => rows.Contains(label.Value) && SideHeadings.IsHeading(label.Value)).ToDictionary()
            : [];

        // A colon after the bold words is often not bold.
        static bool IsSame(string before, string start) => before.TrimEnd(':').TrimEnd() == start.TrimEnd(':').TrimEnd();
    }

    /// <summary>Says whether headings with text below them are outside of the tables: then the policy isn't laid out in these.</summary>
    private static bool HasSections(List<FoundBlock> blocks, HashSet<int> beside)
    {
        var body = HeadingLook.BodyLook(blocks);
        return Enumerable
                .Range(0, Math.Max(0, blocks.Count - 1))
                .Count(i =>
                    !beside.Contains(i)
                    && !beside.Contains(i + 1)
                    && blocks[i] is { IsTitle: false, IsBeside: false }
                    && (blocks[i].HeadingLevel is not null || (HeadingLook.MayBeHeading(blocks, i) && HeadingLook.Differs(blocks[i], body)))
                    && blocks[i + 1] is { HeadingLevel: null, Text: [.., '.' or ':' or '?' or '!'] }
                ) >= FewestSections;
    }

    private static FoundBlock[] Divided(FoundBlock block, SideLabel label) =>
        [
            new(label.Label) { Look = block.Look with { Bold = true }, IsBeside = true },
            block with
            {
                Text = label.Text,
                Raw = label.Text,
                BoldStart = null,
            },
        ];

    private static FoundBlock Row(List<FoundBlock> blocks) =>
        FoundBlock.Row([blocks[0].Text, string.Join(' ', blocks.Skip(1).Select(block => block.Text))]) with
        {
            Look = blocks[0].Look,
        };
}
