namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Says which blocks of a file are headings, and which are its title.</summary>
internal sealed class FoundHeadings
{
    private const int MostUnsure = 12;
    private const int FewestMarked = 2;
    private const int LongestHeading = 250;
    private const int WordsOfSentence = 12;
    private const int WordsOfParagraph = 20;
    private const int MostStray = 4;
    private const int ManyMore = 3;
    private const int MostAboveTitle = 2;
    private const int LongestAboveTitle = 60;
    private readonly HashSet<int> title = [];

    private FoundHeadings(Dictionary<int, int> levels) => Levels = levels;

    /// <summary>The level of each heading, from 1, by the number of its block.</summary>
    public Dictionary<int, int> Levels { get; private set; }

    /// <summary>The blocks that may or may not be headings.</summary>
    public HashSet<int> Unsure { get; } = [];

    public string? Title { get; private set; }

    /// <summary>The doubt about all of them.</summary>
    public ImportDoubt? Doubt { get; private set; }

    public bool IsTitle(int block) => title.Contains(block);

    public static FoundHeadings Of(FoundDocument found)
    {
        var blocks = found.Blocks;
        var marked = Enumerable
            .Range(0, blocks.Count)
            .Where(i => blocks[i].HeadingLevel is not null && blocks[i].Text.Length <= LongestHeading && !IsParagraph(blocks[i].Text))
            .ToDictionary(i => i, i => blocks[i].HeadingLevel!.Value);
        var byLook = found.OnlyMarkedHeadings || marked.Count > MostStray ? [] : HeadingLook.Find(found);
        if (marked.Count >= FewestMarked && byLook.Keys.Count(i => !marked.ContainsKey(i)) < marked.Count * ManyMore)
        {
            byLook.Clear();
        }

        // Where most headings only look like it, a few marks are there by accident, and say nothing of the levels.
        var isMarked = byLook.Count == 0;
        foreach (var (block, level) in marked)
        {
            if (isMarked || (!byLook.ContainsKey(block) && HeadingLook.MayBeHeading(blocks, block)))
            {
                byLook[block] = level;
            }
        }

        var headings = new FoundHeadings(byLook);
        if (found.StatedTitle is { } stated)
        {
            headings.TakeSame(blocks, stated);
        }
        else
        {
            headings.TakeTitle(blocks, byMark: isMarked);
        }

        headings.Normalise();
        headings.NoteUnsure(blocks, isMarked);
        headings.Doubt = headings.GeneralDoubt(isMarked);
        return headings;
    }

    /// <summary>Says whether words in the style of a heading are a paragraph, as people style one to make it stand out.</summary>
    private static bool IsParagraph(string text) => text[^1] is '.' && text.Count(letter => letter == ' ') >= WordsOfParagraph;

    private ImportDoubt? GeneralDoubt(bool isMarked) =>
        Levels.Count == 0
            ? new(
                ImportDoubtKind.NoHeadings,
                "I couldn't find any headings, so all of the text is under the title. "
                    + "To get sections, mark the headings in the file, and send it again.",
                ""
            )
        : !isMarked
            ? new(ImportDoubtKind.Heading, "The file doesn't mark its headings. I found them by how they look, so please check them.", "")
        : null;

    /// <summary>Takes the title that the file states, and the first heading out where it says the same.</summary>
    private void TakeSame(List<FoundBlock> blocks, string stated)
    {
        if (Levels.Count > 0 && PlainWords.Comparable(blocks[Levels.Keys.Min()].Text) == PlainWords.Comparable(stated))
        {
            Take(blocks, [Levels.Keys.Min()]);
        }

        Title = stated;
    }

    /// <summary>Takes the title out of the headings.</summary>
    private void TakeTitle(List<FoundBlock> blocks, bool byMark)
    {
        var said = Enumerable.Range(0, blocks.Count).SkipWhile(i => !blocks[i].IsTitle).TakeWhile(i => blocks[i].IsTitle).ToList();
        if (said.Count > 0)
        {
            Take(blocks, said);
        }
        else if (Levels.Count > 0 && (byMark ? ByMark(blocks) : ByLook(blocks)) is { } found)
        {
            Take(blocks, byMark ? [found] : WholeTitle(blocks, found));

            // What is above the title, such as the name of the practice, heads nothing.
            Levels.Keys.Where(i => i < title.Min()).ToList().ForEach(i => Levels.Remove(i));
            RemoveAboveFacts(blocks, title.Max() + 1);
        }
        else if (Levels.Count > 0 && BeforeHeadings(blocks) is { } plain)
        {
            Take(blocks, [plain]);
        }
    }

    /// <summary>A line between the title and a table of facts, such as the name of the school, heads nothing either.</summary>
    private void RemoveAboveFacts(List<FoundBlock> blocks, int line)
    {
        if (
            line + 1 < blocks.Count
            && blocks[line + 1].Kind == BlockKind.Row
            && blocks[line + 1].Cells.Any(cell => DocumentControl.IsLabel(cell) || DocumentControl.IsFact(cell))
        )
        {
            Levels.Remove(line);
        }
    }

    private void Take(List<FoundBlock> blocks, List<int> taken)
    {
        Title = string.Join(' ', taken.Select(i => blocks[i].Text));
        title.UnionWith(taken);
        taken.ForEach(i => Levels.Remove(i));
    }

    /// <summary>Returns the one heading of the highest level where it is the first, or a first heading that names a policy.</summary>
    private int? ByMark(List<FoundBlock> blocks)
    {
        var first = Levels.Keys.Min();
        var isOnly = Levels.Count > 1 && Levels.Values.Count(level => level == Levels[first]) == 1 && Levels.Values.Min() == Levels[first];
        var isEmpty = Levels.ContainsKey(first + 1) || first + 1 == blocks.Count;
        return (isOnly && first <= 3) || (first <= 3 && (isEmpty || isOnly) && FoundTitle.NamesPolicy(blocks[first].Text)) ? first : null;
    }

    /// <summary>Returns the heading, among those at the very start, that stands out most or names a policy.</summary>
    private int? ByLook(List<FoundBlock> blocks)
    {
        var above = AboveTitle(blocks);
        var start = Enumerable
            .Range(above, blocks.Count - above)
            .TakeWhile(i => Levels.ContainsKey(i) || DocumentControl.IsFact(blocks[i].Text) || blocks[i].Text.StartsWith('('))
            .Where(Levels.ContainsKey)
            .ToList();
        if (start.Count == 0)
        {
            return null;
        }

        var named = start.Where(i => FoundTitle.NamesPolicy(blocks[i].Text)).ToList();
        if (named.Count > 0)
        {
            return named[0];
        }

        if (start[0] == 0 && Levels.ContainsKey(1) && IsUnlikeOthers(blocks))
        {
            return 0;
        }

        var largest = start.MaxBy(i => blocks[i].Look.Size);
        var others = Levels.Keys.Where(i => i != largest).ToList();
        var isLarger = others.Count > 0 && others.TrueForAll(i => blocks[i].Look.Size < blocks[largest].Look.Size);
        return isLarger ? largest : null;
    }

    /// <summary>
    /// Returns how many lines stand above a heading that names a policy, such as the name of the practice. Text right below the heading
    /// would be that of a section.
    /// </summary>
    private int AboveTitle(List<FoundBlock> blocks)
    {
        var above = blocks.Take(MostAboveTitle).TakeWhile((block, i) => !Levels.ContainsKey(i) && IsLetterhead(block)).Count();
        var leadsOn = Levels.ContainsKey(above + 1) || (above + 1 < blocks.Count && DocumentControl.IsFact(blocks[above + 1].Text));
        return leadsOn && Levels.ContainsKey(above) && FoundTitle.NamesPolicy(blocks[above].Text) ? above : 0;

        static bool IsLetterhead(FoundBlock block) =>
            block.Kind == BlockKind.Paragraph && block.Text.Length <= LongestAboveTitle && block.Text[^1] != '.';
    }

    /// <summary>
    /// Says whether the first line names the file: it has no number and the first numbered heading follows at once, or it has no colon
    /// and all headings have one.
    /// </summary>
    private bool IsUnlikeOthers(List<FoundBlock> blocks)
    {
        var (first, next) = (blocks[0].Text, blocks[1].Text);
        return PlainWords.NumberDepth(first) == 0 && PlainWords.NumberDepth(next) == 1 && next.StartsWith('1')
            || first[^1] != ':' && Levels.Keys.All(i => i == 0 || blocks[i].Text[^1] == ':');
    }

    /// <summary>Returns the lines that a title is set in. It is in no other heading's size, or its lines end in the middle.</summary>
    private List<int> WholeTitle(List<FoundBlock> blocks, int line)
    {
        var lines = new List<int> { line };
        bool IsSame(int other) => Levels.ContainsKey(other) && HeadingLook.Class(blocks[other]) == HeadingLook.Class(blocks[line]);
        for (var above = line - 1; IsSame(above); above--)
        {
            lines.Insert(0, above);
        }

        for (var below = line + 1; IsSame(below); below++)
        {
            lines.Add(below);
        }

        var others = Levels.Keys.Except(lines).ToList();
        if (others.Count > 0 && others.TrueForAll(i => blocks[i].Look.Size < blocks[line].Look.Size))
        {
            return lines;
        }

        var (first, last) = (lines.IndexOf(line), lines.IndexOf(line));
        for (; first > 0 && LineJoiner.EndsInTheMiddle(blocks[lines[first - 1]].Text); first--) { }
        for (; last < lines.Count - 1 && LineJoiner.EndsInTheMiddle(blocks[lines[last]].Text); last++) { }
        return lines[first..(last + 1)];
    }

    /// <summary>Returns a line before the first heading that names a policy.</summary>
    private int? BeforeHeadings(List<FoundBlock> blocks) =>
        Enumerable
            .Range(0, Levels.Keys.Min())
            .Where(i => blocks[i].Kind == BlockKind.Paragraph && blocks[i].Text.Length < 100 && FoundTitle.NamesPolicy(blocks[i].Text))
            .Select(i => (int?)i)
            .FirstOrDefault();

    /// <summary>Moves the levels so that the highest is 1.</summary>
    private void Normalise()
    {
        var least = Levels.Count == 0 ? 1 : Levels.Values.Min();
        Levels = Levels.ToDictionary(heading => heading.Key, heading => heading.Value - least + 1);
    }

    private void NoteUnsure(List<FoundBlock> blocks, bool isMarked)
    {
        foreach (var i in Levels.Keys.Order())
        {
            var text = blocks[i].Text;
            var isSentence = text[^1] is '.' or ';' && text.Count(letter => letter == ' ') >= WordsOfSentence;
            if (isSentence || blocks[i] is { IsMostlyBold: true, HeadingLevel: null })
            {
                Unsure.Add(i);
            }
        }

        Unsure.UnionWith(
            Enumerable.Range(0, blocks.Count).Where(i => blocks[i].HeadingLevel is not null && !Levels.ContainsKey(i) && !IsTitle(i))
        );
        Unsure.UnionWith(BoldStarts.Find(blocks, Levels.Keys.ToHashSet()).Where(i => !IsTitle(i)).Take(MostUnsure));
        if (!isMarked)
        {
            return;
        }

        var first = Levels.Count == 0 ? blocks.Count : Levels.Keys.Min();
        var body = HeadingLook.BodyLook([.. blocks.Where(block => block.HeadingLevel is null)]);
        Unsure.UnionWith(
            Enumerable
                .Range(0, blocks.Count)
                .Where(i => !Levels.ContainsKey(i) && !IsTitle(i) && i > first)
                .Where(i => HeadingLook.MayBeHeading(blocks, i) && HeadingLook.Differs(blocks[i], body))
                .Take(MostUnsure)
        );
    }
}
