using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Tells the headings of a file that doesn't mark them, by how they look and where they are.</summary>
internal static partial class HeadingLook
{
    private const int LongestHeading = 110;
    private const int MostWords = 14;

    /// <summary>The most words of a heading that looks exactly like other headings.</summary>
    private const int MostWordsAlike = 20;
    private const int FewestAlike = 3;
    private const int MostWordsAlone = 9;
    private const int MostWordsOverText = 6;
    private const int FewestNumbered = 3;
    private const double LargerBy = 0.9;
    private const int Deepest = 5;
    private const int CoverLines = 4;
    private const double MostlyOver = 0.8;
    private const double MoreThanHalf = 0.6;

    /// <summary>Returns the level of each block that looks like a heading, from 1.</summary>
    public static Dictionary<int, int> Find(FoundDocument found)
    {
        var blocks = found.Blocks;
        var body = BodyLook(blocks);
        var differing = Enumerable.Range(0, blocks.Count).Where(i => MayBeHeading(blocks, i) && Differs(blocks[i], body)).ToHashSet();
        differing.UnionWith(LongAlike(blocks, differing, body));
        differing.UnionWith(HeadingEnds.Find(blocks, differing, body));
        differing.UnionWith(HeadingAccents.Find(blocks, differing, body));
        differing.UnionWith(MostlyBoldHeadings.Find(blocks, differing, body));
        var headings = new SortedSet<int>(differing);
        headings.UnionWith(
            Enumerable.Range(0, blocks.Count).Where(i => MayBeHeading(blocks, i) && PlainWords.NumberDepth(blocks[i].Text) > 0)
        );
        if (differing.Count >= 2)
        {
            headings.RemoveWhere(i => !differing.Contains(i) && !IsPart(blocks[i].Text));
        }
        else
        {
            RemoveLists(blocks, headings);
        }

        if (headings.Count < 2)
        {
            headings.UnionWith(NumberedItems(blocks));
        }

        if (found.IsPlainText && headings.Count < FewestNumbered)
        {
            headings.UnionWith(Enumerable.Range(0, blocks.Count).Where(i => StandsAlone(blocks, i)));
            headings.UnionWith(OverLists(blocks));
            headings.UnionWith(OverText(blocks));
            if (headings is { Count: 1, Min: 0 } && PlainWords.NumberDepth(blocks[0].Text) == 0)
            {
                // One short line over the whole text says whom or what it is about, and heads no part of it.
                headings.Clear();
            }
        }

        RemoveCover(blocks, headings);
        for (var last = blocks.Count - 1; last >= 0 && headings.Contains(last) && !IsPart(blocks[last].Text); last--)
        {
            headings.Remove(last);
        }

        return Levels(blocks, headings);
    }

    /// <summary>Says whether a block is short and whole enough to be a heading.</summary>
    public static bool MayBeHeading(IReadOnlyList<FoundBlock> blocks, int number) => MayBeHeading(blocks, number, MostWords);

    private static bool MayBeHeading(IReadOnlyList<FoundBlock> blocks, int number, int mostWords)
    {
        var block = blocks[number];
        var text = block.Text;
        return block.Kind == BlockKind.Paragraph
            && IsShort(text, mostWords)
            && (!block.HasGap || IsPart(text))
            && text[^1] is not ('.' or ',' or ';')
            && !(text[^1] == ':' && !block.IsBeside && !PartNames.IsOnlyPart(text) && LeadsOn());

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

    /// <summary>Finds headings that are longer than most, but look exactly like several others.</summary>
    private static List<int> LongAlike(List<FoundBlock> blocks, HashSet<int> headings, BlockLook body)
    {
        var looks = headings.CountBy(i => Class(blocks[i])).Where(look => look.Value >= FewestAlike).Select(look => look.Key).ToHashSet();
        return
        [
            .. Enumerable
                .Range(0, blocks.Count)
                .Where(i => MayBeHeading(blocks, i, MostWordsAlike) && blocks[i].Text[^1] is not ('!' or '?'))
                .Where(i => Differs(blocks[i], body) && looks.Contains(Class(blocks[i]))),
        ];
    }

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

    /// <summary>Finds headings that only their program's numbers tell from the text below them.</summary>
    private static List<int> NumberedItems(List<FoundBlock> blocks)
    {
        var items = Enumerable.Range(0, blocks.Count).Where(i => blocks[i] is { IsNumbered: true, IsListItem: true, Depth: 0 }).ToList();
        var headings = items.Where(i => IsShort(blocks[i].Text) && blocks[i].Text[^1] is not ('.' or ',' or ';' or ':')).ToList();
        var withText = headings.Count(i => i + 1 < blocks.Count && !blocks[i + 1].IsListItem && blocks[i + 1].Kind == BlockKind.Paragraph);
        return withText >= FewestNumbered && withText * 2 > items.Count && headings.Count == items.Count ? headings : [];
    }

    /// <summary>Leaves out numbered lines that follow each other with nothing between them, because they are a list.</summary>
    private static void RemoveLists(List<FoundBlock> blocks, SortedSet<int> headings)
    {
        var list = headings
            .Where(i => !PlainWords.IsCapitals(blocks[i].Text) && !IsPart(blocks[i].Text))
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
    /// Leaves out the lines of a cover page, which stand out as well: of a long run at the start, only the first and what leads to the
    /// text can be title and heading.
    /// </summary>
    private static void RemoveCover(List<FoundBlock> blocks, SortedSet<int> headings)
    {
        var run = Enumerable
            .Range(0, blocks.Count)
            .TakeWhile(i => headings.Contains(i) || DocumentControl.IsFact(blocks[i].Text) || blocks[i].Text.StartsWith('('))
            .Where(headings.Contains)
            .ToList();
        if (run.Count >= CoverLines)
        {
            var kept = run.Where(i => Class(blocks[i]) == Class(blocks[run[^1]]) || IsTitleLine(blocks[i]));
            headings.ExceptWith(run.Except(kept).ToList());
        }

        bool IsTitleLine(FoundBlock block) => FoundTitle.NamesPolicy(block.Text) || block.Look.Size >= run.Max(i => blocks[i].Look.Size);
    }

    /// <summary>Finds lines such as "Before you start:", where a file has nearly nothing but such lines and the lists below them.</summary>
    private static List<int> OverLists(List<FoundBlock> blocks)
    {
        var lines = Enumerable.Range(1, Math.Max(0, blocks.Count - 1)).Where(i => blocks[i].Kind == BlockKind.Paragraph).ToList();
        var over = lines
            .Where(i => blocks[i].StandsAlone && blocks[i].Text[^1] == ':' && IsShort(blocks[i].Text))
            .Where(i => i + 1 < blocks.Count && blocks[i + 1].Kind == BlockKind.Bullet)
            .ToList();
        return over.Count >= FewestNumbered && over.Count >= lines.Count * MostlyOver ? over : [];
    }

    /// <summary>Finds lines such as "Opening hours:", where a file has several with text below them, and hardly any with a list.</summary>
    private static List<int> OverText(List<FoundBlock> blocks)
    {
        var ended = Enumerable
            .Range(0, Math.Max(0, blocks.Count - 1))
            .Where(i => blocks[i].StandsAlone && blocks[i].Text[^1] == ':' && IsShort(blocks[i].Text))
            .ToList();
        var over = ended.Where(i => blocks[i].Text.Count(letter => letter == ' ') < MostWordsOverText && IsText(blocks[i + 1])).ToList();

        // Where most of them are over text, the others head a list or an address.
        return over.Count < FewestNumbered || over.Count < ended.Count * MoreThanHalf ? []
            : over.Count >= ended.Count * MostlyOver ? over
            : ended;

        static bool IsText(FoundBlock block) =>
            block.Kind == BlockKind.Paragraph
            && !PlainWords.StartsWithListNumber(block.Text)
            && !char.IsLower(block.Text[0])
            && block.Text[^1] is '.' or '?' or '!';
    }

    private static bool StandsAlone(List<FoundBlock> blocks, int i) =>
        blocks[i].StandsAlone
        && MayBeHeading(blocks, i)
        && !PlainWords.StartsWithListNumber(blocks[i].Text)
        && blocks[i].Text.Count(letter => letter == ' ') < MostWordsAlone
        && i + 1 < blocks.Count
        && blocks[i + 1].Kind != BlockKind.Row;

    private static Dictionary<int, int> Levels(List<FoundBlock> blocks, SortedSet<int> headings)
    {
        var classes = headings
            .Where(i => PlainWords.NumberDepth(blocks[i].Text) == 0 && !blocks[i].IsNumbered)
            .Select(i => Class(blocks[i]))
            .Distinct()
            .OrderDescending()
            .ToList();
        var ofNumbered = headings
            .Where(i => PlainWords.NumberDepth(blocks[i].Text) > 0)
            .GroupBy(i => Class(blocks[i]))
            .ToDictionary(same => same.Key, same => same.Min(i => PlainWords.NumberDepth(blocks[i].Text)));
        var deepest = ofNumbered.Count == 0 ? 0 : ofNumbered.Values.Max();
        return headings.ToDictionary(i => i, i => Math.Clamp(Level(blocks[i]), 1, Deepest));

        int Level(FoundBlock block) =>
            PlainWords.NumberDepth(block.Text) is > 0 and var depth ? depth
            : block.IsNumbered ? block.Depth + 1
            : ofNumbered.TryGetValue(Class(block), out var same) ? same
            : ofNumbered.Count > 0 && ofNumbered.Keys.Min() is var least && Class(block).CompareTo(least) < 0 ? deepest + 1
            : classes.IndexOf(Class(block)) + 1;
    }

    /// <summary>Returns what sort of heading a block looks like. The more it stands out, the higher it is.</summary>
    internal static (double Size, bool Caps, bool Bold, bool Underlined, bool Coloured, bool Upright) Class(FoundBlock block) =>
        (
            Math.Round(block.Look.Size),
            block.Look.Caps || PlainWords.IsCapitals(block.Text),
            block.Look.Bold || block.IsMostlyBold,
            block.Look.Underlined,
            block.Look.Colour is not null,
            !block.Look.Italic
        );

    /// <summary>Matches what people write above or below a table or picture.</summary>
    [GeneratedRegex(
        @"^(?:table|figure|fig\.?|chart|diagram|picture|photo|image) [0-9]{1,2}(?:\.[0-9]{1,2})?\s?(?:[:.\u2013-]|\z)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Caption();

    /// <summary>Matches a line that ends in a telephone number, as those of a list of people do.</summary>
    [GeneratedRegex(@"(?:\+44|\b0)[0-9 ()-]{8,16}$", RegexOptions.NonBacktracking)]
    private static partial Regex Telephone();

    private static bool IsPart(string text) => Part().IsMatch(text);

    [GeneratedRegex(
        @"^(?:Appendix|Annex|Schedule|Part|Section|Chapter) (?:[A-Z]|[0-9]{1,2}|[IVX]{1,4})\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Part();
}
