namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Holds what a reader found in a file: its paragraphs in order, before anybody knows which of them are headings.</summary>
internal sealed class FoundDocument
{
    public const string LeftOutContents = "I left out the list of contents.";
    public const string LeftOutStruck = "I left out the words that are crossed out here.";
    public const string LeftOutEdges = "I left out the lines at the top and bottom of the pages.";
    public const string MovedFootnote = "There is a footnote here. I put it after its paragraph.";
    public const string ReadByRows = "There is a table here. I read it row by row.";

    public List<FoundBlock> Blocks { get; } = [];

    /// <summary>Lines of headers and footers. They are not the policy's words, but often say its version.</summary>
    public List<string> Margins { get; } = [];

    /// <summary>The title in the file's properties or front matter.</summary>
    public string? Title { get; set; }

    /// <summary>The title that front matter states. It goes before what the text itself says.</summary>
    public string? StatedTitle { get; set; }

    /// <summary>The facts that front matter states, by their names.</summary>
    public Dictionary<string, string> Stated { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the text has no fonts, so that a short line on its own may be a heading.</summary>
    public bool IsPlainText { get; init; }

    /// <summary>Whether only what is marked as a heading is one, as in Markdown.</summary>
    public bool OnlyMarkedHeadings { get; init; }

    private readonly List<(int Block, ImportDoubtKind Kind, string Sentence)> doubts = [];

    public IReadOnlyList<(int Block, ImportDoubtKind Kind, string Sentence)> Doubts => doubts;

    /// <summary>Adds what was found in a part of the file.</summary>
    public void Add(FoundDocument part)
    {
        var before = Blocks.Count;
        Blocks.AddRange(part.Blocks);
        doubts.AddRange(part.doubts.Select(doubt => doubt with { Block = before + doubt.Block }));
    }

    /// <summary>Adds a block, unless it has no words.</summary>
    public void Add(FoundBlock block)
    {
        if (block.Text.Length > 0)
        {
            Blocks.Add(block);
        }
    }

    /// <summary>Adds only the doubts of a part whose words are in the next block.</summary>
    public void AddDoubts(FoundDocument part) => doubts.AddRange(part.doubts.Select(doubt => doubt with { Block = Blocks.Count }));

    /// <summary>Notes that a list of contents comes next, and leaves out the caption above it.</summary>
    public void LeaveOutContents()
    {
        if (Blocks.Count > 0 && ContentsList.IsCaption(Blocks[^1].Text))
        {
            Blocks.RemoveAt(Blocks.Count - 1);
        }

        if (!doubts.Contains((Blocks.Count, ImportDoubtKind.LeftOut, LeftOutContents)))
        {
            Doubt(ImportDoubtKind.LeftOut, LeftOutContents);
        }
    }

    /// <summary>Notes what was left out before reading: the lines at the edges of the pages, and a list of contents.</summary>
    public void NoteLeftOut(bool edges, bool contents)
    {
        if (edges)
        {
            Doubt(ImportDoubtKind.LeftOut, LeftOutEdges);
        }

        if (contents)
        {
            Doubt(ImportDoubtKind.LeftOut, LeftOutContents);
        }
    }

    /// <summary>Notes a doubt about what comes next in the file.</summary>
    public void Doubt(ImportDoubtKind kind, string sentence) => doubts.Add((Blocks.Count, kind, sentence));

    /// <summary>Returns the same without some of its blocks.</summary>
    public FoundDocument Without(IReadOnlySet<int> numbers) => With(i => numbers.Contains(i) ? [] : [Blocks[i]]);

    /// <summary>Returns the same with other blocks, or none, in the place of each.</summary>
    public FoundDocument With(Func<int, IReadOnlyList<FoundBlock>> inPlaceOf)
    {
        var rest = new FoundDocument
        {
            IsPlainText = IsPlainText,
            OnlyMarkedHeadings = OnlyMarkedHeadings,
            Title = Title,
            StatedTitle = StatedTitle,
        };
        var moved = new int[Blocks.Count + 1];
        for (var i = 0; i < Blocks.Count; i++)
        {
            moved[i] = rest.Blocks.Count;
            rest.Blocks.AddRange(inPlaceOf(i));
        }

        moved[^1] = rest.Blocks.Count;
        rest.doubts.AddRange(doubts.Select(doubt => doubt with { Block = moved[doubt.Block] }));
        rest.Margins.AddRange(Margins);
        foreach (var (name, value) in Stated)
        {
            rest.Stated[name] = value;
        }

        return rest;
    }

    /// <summary>Notes a doubt about a block that was found.</summary>
    public void Doubt(int block, ImportDoubtKind kind, string sentence) => doubts.Add((block, kind, sentence));
}

/// <summary>Says what a block is, apart from being a heading.</summary>
internal enum BlockKind
{
    Paragraph,
    Bullet,
    Row,
}

/// <summary>One paragraph, bullet or row of a table.</summary>
/// <param name="Text">The words, cleaned by <see cref="PlainWords"/>.</param>
internal sealed record FoundBlock(string Text)
{
    /// <summary>The words with their tabs and gaps, which a list of contents is known by.</summary>
    public string Raw { get; init; } = Text;

    public BlockKind Kind { get; init; }

    /// <summary>How deep a bullet is in its list, or an automatic number in its outline.</summary>
    public int Depth { get; init; }

    /// <summary>The level, from 1, of what the file marks as a heading.</summary>
    public int? HeadingLevel { get; init; }

    public bool IsTitle { get; init; }

    /// <summary>Whether the file's program numbers this paragraph by itself. The number is not in the text.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Whether it is an item of a list, unless it turns out to be a heading.</summary>
    public bool IsListItem { get; init; }

    /// <summary>Whether it is one line with nothing beside it that ends before the next word would have to wrap.</summary>
    public bool StandsAlone { get; init; }

    public BlockLook Look { get; init; }

    /// <summary>Whether it is one line with a wide gap in it, such as the top of a table.</summary>
    public bool HasGap { get; init; }

    /// <summary>Whether at least half of its letters are bold, and not all.</summary>
    public bool IsMostlyBold { get; init; }

    /// <summary>The bold words that a paragraph starts with, where others follow them; otherwise null.</summary>
    public string? BoldStart { get; init; }

    /// <summary>Whether it is a heading that has its text at its right.</summary>
    public bool IsBeside { get; init; }

    /// <summary>How many of the next blocks are beside it, where it may be such a heading or a row's first cell; otherwise 0.</summary>
    public int BlocksBeside { get; init; }

    /// <summary>The cells of a row.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>Returns a row of a table.</summary>
    public static FoundBlock Row(IReadOnlyList<string> cells) =>
        new(string.Join(" | ", cells))
        {
            Kind = BlockKind.Row,
            Cells = cells,
            Raw = string.Join('\t', cells),
        };
}

/// <summary>Says how the whole of a paragraph looks.</summary>
internal readonly record struct BlockLook(double Size, bool Bold, bool Underlined, bool Caps)
{
    public bool Italic { get; init; }

    /// <summary>Its colour; null for black. Of words in two colours, it is the first one.</summary>
    public string? Colour { get; init; }

    /// <summary>Whether it has two colours, as where a program shows a tracked change, and none of it is black.</summary>
    public bool HasTwoColours { get; init; }

    /// <summary>The name of its font; null where it doesn't matter.</summary>
    public string? Font { get; init; }

    /// <summary>Returns how two parts look together: what both of them have.</summary>
    public BlockLook And(BlockLook other) =>
        new(Math.Min(Size, other.Size), Bold && other.Bold, Underlined && other.Underlined, Caps && other.Caps)
        {
            Italic = Italic && other.Italic,
            Colour = other.Colour is null ? null : Colour,
            HasTwoColours =
                Colour is not null && other.Colour is not null && (Colour != other.Colour || HasTwoColours || other.HasTwoColours),
            Font = Font == other.Font ? Font : null,
        };
}
