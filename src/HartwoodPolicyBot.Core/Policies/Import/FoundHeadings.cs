namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Says which blocks of a file are headings, and which are its title.</summary>
internal sealed class FoundHeadings
{
    private const int FewestMarked = 2;
    private const int LongestHeading = 250;
    private const int WordsOfParagraph = 20;
    private const int MostStray = 4;
    private const int ManyMore = 3;
    private readonly HashSet<int> title = [];

    private FoundHeadings(Dictionary<int, int> levels) => Levels = levels;

    /// <summary>The level of each heading, from 1, by the number of its block.</summary>
    public Dictionary<int, int> Levels { get; private set; }

    /// <summary>The blocks that may or may not be headings.</summary>
    public HashSet<int> Unsure { get; private set; } = [];

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
        var byLook = found.OnlyMarkedHeadings || marked.Count > MostStray ? [] : HeadingsByLook.Find(found);
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
        headings.Unsure = UnsureHeadings.Find(blocks, headings.Levels, headings.title, isMarked);
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
        var lines = new TitleLines(blocks, Levels);
        if (lines.Marked() is { Count: > 0 } marked)
        {
            Take(blocks, marked);
        }
        else if (lines.AmongHeadings(byMark) is { Count: > 0 } headings)
        {
            Take(blocks, headings);

            // What is above the title, such as the name of the practice, heads nothing.
            Levels.Keys.Where(i => i < title.Min()).ToList().ForEach(i => Levels.Remove(i));
            RemoveAboveFacts(blocks, title.Max() + 1);
        }
        else if (lines.BeforeHeadings() is { } plain)
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

    /// <summary>Moves the levels so that the highest is 1.</summary>
    private void Normalise()
    {
        var least = Levels.Count == 0 ? 1 : Levels.Values.Min();
        Levels = Levels.ToDictionary(heading => heading.Key, heading => heading.Value - least + 1);
    }
}
