namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Finds the headings of a file that doesn't mark them, by how they look and where they are.</summary>
internal static class HeadingsByLook
{
    /// <summary>The most words of a heading that looks exactly like other headings.</summary>
    private const int MostWordsAlike = 20;
    private const int FewestAlike = 3;
    private const int FewestNumbered = 3;
    private const int Fewest = 3;
    private const int CoverLines = 4;

    /// <summary>Returns the level of each block that looks like a heading, from 1.</summary>
    public static Dictionary<int, int> Find(FoundDocument found)
    {
        var blocks = found.Blocks;
        var body = HeadingLook.BodyLook(blocks);
        var differing = Enumerable
            .Range(0, blocks.Count)
            .Where(i => HeadingLook.MayBeHeading(blocks, i) && HeadingLook.Differs(blocks[i], body))
            .ToHashSet();
        differing.UnionWith(LongAlike(blocks, differing, body));
        differing.UnionWith(HeadingEnds.Find(blocks, differing, body));
        differing.UnionWith(HeadingAccents.Find(blocks, differing, body));
        differing.UnionWith(MostlyBoldHeadings.Find(blocks, differing, body));
        var headings = new SortedSet<int>(differing);
        headings.UnionWith(
            Enumerable.Range(0, blocks.Count).Where(i => HeadingLook.MayBeHeading(blocks, i) && PlainWords.NumberDepth(blocks[i].Text) > 0)
        );
        if (differing.Count >= 2)
        {
            headings.RemoveWhere(i => !differing.Contains(i) && !PlainWords.IsPart(blocks[i].Text));
        }
        else
        {
            RemoveLists(blocks, headings);
        }

        if (headings.Count < 2)
        {
            headings.UnionWith(NumberedItems(blocks));
        }

        if (found.IsPlainText && headings.Count < Fewest)
        {
            headings.UnionWith(PlainTextHeadings.Find(blocks));
            if (headings is { Count: 1, Min: 0 } && PlainWords.NumberDepth(blocks[0].Text) == 0)
            {
                // One short line over the whole text says whom or what it is about, and heads no part of it.
                headings.Clear();
            }
        }

        RemoveCover(blocks, headings);
        for (var last = blocks.Count - 1; last >= 0 && headings.Contains(last) && !PlainWords.IsPart(blocks[last].Text); last--)
        {
            headings.Remove(last);
        }

        return HeadingLevels.Of(blocks, headings);
    }

    /// <summary>Finds headings that are longer than most, but look exactly like several others.</summary>
    private static List<int> LongAlike(List<FoundBlock> blocks, HashSet<int> headings, BlockLook body)
    {
        var looks = headings
            .CountBy(i => HeadingLevels.SortOf(blocks[i]))
            .Where(look => look.Value >= FewestAlike)
            .Select(look => look.Key)
            .ToHashSet();
        return
        [
            .. Enumerable
                .Range(0, blocks.Count)
                .Where(i => HeadingLook.MayBeHeading(blocks, i, MostWordsAlike) && blocks[i].Text[^1] is not ('!' or '?'))
                .Where(i => HeadingLook.Differs(blocks[i], body) && looks.Contains(HeadingLevels.SortOf(blocks[i]))),
        ];
    }

    /// <summary>Finds headings that only their program's numbers tell from the text below them.</summary>
    private static List<int> NumberedItems(List<FoundBlock> blocks)
    {
        var items = Enumerable.Range(0, blocks.Count).Where(i => blocks[i] is { IsNumbered: true, IsListItem: true, Depth: 0 }).ToList();
        var headings = items
            .Where(i => HeadingLook.IsShort(blocks[i].Text) && blocks[i].Text[^1] is not ('.' or ',' or ';' or ':'))
            .ToList();
        var withText = headings.Count(i => i + 1 < blocks.Count && !blocks[i + 1].IsListItem && blocks[i + 1].Kind == BlockKind.Paragraph);
        return withText >= FewestNumbered && withText * 2 > items.Count && headings.Count == items.Count ? headings : [];
    }

    /// <summary>Leaves out numbered lines that follow each other with nothing between them, because they are a list.</summary>
    private static void RemoveLists(List<FoundBlock> blocks, SortedSet<int> headings)
    {
        var list = headings
            .Where(i => !PlainWords.IsCapitals(blocks[i].Text) && !PlainWords.IsPart(blocks[i].Text))
            .Where(i => SameDepth(i, i + 1) || SameDepth(i, i - 1))
            .ToList();
        headings.ExceptWith(list);

        // After "3. telephone number", "2. Who goes" is the next heading and not the next entry.
        bool SameDepth(int i, int other) =>
            headings.Contains(other)
            && PlainWords.NumberDepth(blocks[i].Text) == PlainWords.NumberDepth(blocks[other].Text)
            && StartsSmall(blocks[i].Text) == StartsSmall(blocks[other].Text);

        static bool StartsSmall(string text) => char.IsLower(text.FirstOrDefault(char.IsLetter));
    }

    /// <summary>
    /// Leaves out the lines of a cover page, which stand out as well: of a long run at the start, only the largest lines and those that
    /// name a policy can be the title, and only those that look like the last one, above the text, can be headings.
    /// </summary>
    private static void RemoveCover(List<FoundBlock> blocks, SortedSet<int> headings)
    {
        var run = TitleLines.AtStart(blocks, 0, headings.Contains);
        if (run.Count >= CoverLines)
        {
            var kept = run.Where(i => HeadingLevels.SortOf(blocks[i]) == HeadingLevels.SortOf(blocks[run[^1]]) || IsTitleLine(blocks[i]));
            headings.ExceptWith(run.Except(kept).ToList());
        }

        bool IsTitleLine(FoundBlock block) => FoundTitle.NamesPolicy(block.Text) || block.Look.Size >= run.Max(i => blocks[i].Look.Size);
    }
}
