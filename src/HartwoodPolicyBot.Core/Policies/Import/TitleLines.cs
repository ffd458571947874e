namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Finds the lines of a file that are its title: those that it marks, one of its first headings, or a line above them.</summary>
/// <param name="blocks">What was found.</param>
/// <param name="levels">The level of each heading.</param>
internal sealed class TitleLines(IReadOnlyList<FoundBlock> blocks, IReadOnlyDictionary<int, int> levels)
{
    private const int MostAbove = 2;
    private const int LongestAbove = 60;
    private const int LatestMarked = 3;
    private const int Longest = 100;

    /// <summary>Returns the headings at the start of a file, with nothing but facts and words in brackets between them.</summary>
    /// <param name="blocks">What was found.</param>
    /// <param name="first">Where to begin.</param>
    /// <param name="isHeading">Whether a block is a heading.</param>
    public static List<int> AtStart(IReadOnlyList<FoundBlock> blocks, int first, Func<int, bool> isHeading) =>
        [
            .. Enumerable
                .Range(first, blocks.Count - first)
                .TakeWhile(i => isHeading(i) || DocumentControl.IsFact(blocks[i].Text) || blocks[i].Text.StartsWith('('))
                .Where(isHeading),
        ];

    /// <summary>Returns the lines that the file marks as its title.</summary>
    public List<int> Marked() =>
        [.. Enumerable.Range(0, blocks.Count).SkipWhile(i => !blocks[i].IsTitle).TakeWhile(i => blocks[i].IsTitle)];

    /// <summary>Returns the headings that are the title; none where all of them are those of sections.</summary>
    /// <param name="byMark">Whether the file marks its headings.</param>
    public List<int> AmongHeadings(bool byMark) =>
        levels.Count == 0 ? []
        : byMark ? (ByMark() is { } marked ? [marked] : [])
        : ByLook() is { } found ? Whole(found)
        : [];

    /// <summary>Returns a line before the first heading that names a policy.</summary>
    public int? BeforeHeadings() =>
        Enumerable
            .Range(0, levels.Keys.DefaultIfEmpty().Min())
            .Where(i => blocks[i].Kind == BlockKind.Paragraph && blocks[i].Text.Length < Longest && FoundTitle.NamesPolicy(blocks[i].Text))
            .Select(i => (int?)i)
            .FirstOrDefault();

    /// <summary>Returns the one heading of the highest level where it is the first, or a first heading that names a policy.</summary>
    private int? ByMark()
    {
        var first = levels.Keys.Min();
        var isOnly = levels.Count > 1 && levels.Values.Count(level => level == levels[first]) == 1 && levels.Values.Min() == levels[first];
        var isEmpty = levels.ContainsKey(first + 1) || first + 1 == blocks.Count;
        return first <= LatestMarked && (isOnly || (isEmpty && FoundTitle.NamesPolicy(blocks[first].Text))) ? first : null;
    }

    /// <summary>Returns the heading, among those at the very start, that stands out most or names a policy.</summary>
    private int? ByLook()
    {
        var start = AtStart(blocks, Above(), levels.ContainsKey);
        if (start.Count == 0)
        {
            return null;
        }

        var named = start.Where(i => FoundTitle.NamesPolicy(blocks[i].Text)).ToList();
        if (named.Count > 0)
        {
            return named[0];
        }

        if (start[0] == 0 && levels.ContainsKey(1) && IsUnlikeOthers())
        {
            return 0;
        }

        var largest = start.MaxBy(i => blocks[i].Look.Size);
        var others = levels.Keys.Where(i => i != largest).ToList();
        var isLarger = others.Count > 0 && others.TrueForAll(i => blocks[i].Look.Size < blocks[largest].Look.Size);
        return isLarger ? largest : null;
    }

    /// <summary>
    /// Returns how many lines stand above a heading that names a policy, such as the name of the practice. Text right below the heading
    /// would be that of a section.
    /// </summary>
    private int Above()
    {
        var above = blocks.Take(MostAbove).TakeWhile((block, i) => !levels.ContainsKey(i) && IsLetterhead(block)).Count();
        var leadsOn = levels.ContainsKey(above + 1) || (above + 1 < blocks.Count && DocumentControl.IsFact(blocks[above + 1].Text));
        return leadsOn && levels.ContainsKey(above) && FoundTitle.NamesPolicy(blocks[above].Text) ? above : 0;

        static bool IsLetterhead(FoundBlock block) =>
            block.Kind == BlockKind.Paragraph && block.Text.Length <= LongestAbove && block.Text[^1] != '.';
    }

    /// <summary>
    /// Says whether the first line names the file: it has no number and the first numbered heading follows at once, or it has no colon
    /// and all headings have one.
    /// </summary>
    private bool IsUnlikeOthers()
    {
        var (first, next) = (blocks[0].Text, blocks[1].Text);
        return PlainWords.NumberDepth(first) == 0 && PlainWords.NumberDepth(next) == 1 && next.StartsWith('1')
            || first[^1] != ':' && levels.Keys.All(i => i == 0 || blocks[i].Text[^1] == ':');
    }

    /// <summary>Returns the lines that a title is set in. It is in no other heading's size, or its lines end in the middle.</summary>
    private List<int> Whole(int line)
    {
        var lines = new List<int> { line };
        bool IsSame(int other) => levels.ContainsKey(other) && HeadingLevels.SortOf(blocks[other]) == HeadingLevels.SortOf(blocks[line]);
        for (var above = line - 1; IsSame(above); above--)
        {
            lines.Insert(0, above);
        }

        for (var below = line + 1; IsSame(below); below++)
        {
            lines.Add(below);
        }

        var others = levels.Keys.Except(lines).ToList();
        if (others.Count > 0 && others.TrueForAll(i => blocks[i].Look.Size < blocks[line].Look.Size))
        {
            return lines;
        }

        var (first, last) = (lines.IndexOf(line), lines.IndexOf(line));
        for (; first > 0 && LineJoiner.EndsInTheMiddle(blocks[lines[first - 1]].Text); first--) { }
        for (; last < lines.Count - 1 && LineJoiner.EndsInTheMiddle(blocks[lines[last]].Text); last++) { }
        return lines[first..(last + 1)];
    }
}
