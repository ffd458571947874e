using System.Xml.Linq;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Collects the paragraphs and rows of a Word document.</summary>
internal sealed class WordBlocks(WordStyles styles, WordNumbering numbering)
{
    private const int LongClause = 200;
    private const int ShortNumber = 8;
    private long length;

    public FoundDocument Found { get; private set; } = new();

    public bool HasChanges { get; set; }

    /// <summary>Collects in another place until <see cref="End"/>, and returns this one.</summary>
    public FoundDocument Begin()
    {
        var outer = Found;
        Found = new FoundDocument();
        return outer;
    }

    public FoundDocument End(FoundDocument outer)
    {
        var inner = Found;
        Found = outer;
        return inner;
    }

    public void Add(WordParagraph paragraph, XElement? properties)
    {
        HasChanges |= paragraph.HasChanges;
        if (paragraph.HasPicture)
        {
            Found.Doubt(ImportDoubtKind.Picture, "There is a picture here, which I can't read.");
        }

        if (styles.IsContents(properties))
        {
            return;
        }

        if (paragraph.HasStruck)
        {
            Found.Doubt(ImportDoubtKind.LeftOut, FoundDocument.LeftOutStruck);
        }

        var isFirst = true;
        foreach (var line in paragraph.Lines)
        {
            Add(line, properties, isFirst);
            isFirst = false;
        }
    }

    private void Add(WordPiece line, XElement? properties, bool isFirst)
    {
        var raw = line.Text.ToString();
        var typed = PlainWords.AfterBullet(raw);
        var text = PlainWords.Clean(typed ?? raw);
        if (text.Length == 0)
        {
            return;
        }

        Count(text);

        // What a tracked change put into a heading often looks otherwise, and says nothing of the heading.
        var look = line.LookBefore is { } before && HeadingLook.IsShort(text) ? before : line.Look;
        var used = isFirst ? styles.Numbering(properties) : null;
        var mark = numbering.Of(used);
        var isBullet = typed is not null || mark == WordListMark.Bullet || (mark == WordListMark.Number && text.Length < LongClause);
        var level = isFirst || line.Look == default ? styles.HeadingLevel(properties) : null;
        var mayBeHeading = mark != WordListMark.Bullet && typed is null && (StandsOut(look, text) || look.Colour is not null);
        Found.Blocks.Add(
            new FoundBlock(text)
            {
                Raw = raw,
                HeadingLevel = level,
                IsTitle = isFirst && level is null && styles.IsTitle(properties),
                Kind = isBullet && !mayBeHeading ? BlockKind.Bullet : BlockKind.Paragraph,
                Depth = used?.Level ?? 0,
                IsNumbered = mark is WordListMark.Number or WordListMark.Outline,
                IsListItem = isBullet,
                Look = look,
                IsMostlyBold = line.IsMostlyBold && !look.Bold,
                BoldStart = typed is null && !look.Bold ? line.BoldStart : null,
            }
        );
    }

    /// <summary>
    /// Adds the rows of a table. A row of one cell, or with a heading in it, is read cell by cell, as text. Returns whether one was
    /// read as a row.
    /// </summary>
    public bool AddRows(List<List<FoundDocument>> rows)
    {
        if (WordSections.Below(rows) is { } columns)
        {
            columns.ToList().ForEach(Found.Add);
            return true;
        }

        if (NumberedRows.AreText(rows.ConvertAll(NumberedRowOf)))
        {
            rows.ForEach(AddNumbered);
            return false;
        }

        var sides = SidesOf(rows);
        return rows.ConvertAll(row => AddRow(row, isOnly: rows.Count == 1, sides)).Contains(true);
    }

    private bool AddRow(List<FoundDocument> cells, bool isOnly, TableSides sides)
    {
        if (NumberAndHeading(cells, isOnly) is { } joined)
        {
            Found.Blocks.Add(joined);
            return false;
        }

        if (sides != TableSides.None && LabelOf(cells) is { } label && SideHeadings.IsHeading(label))
        {
            AddBeside(cells, sides);
            return true;
        }

        if (
            cells.Count <= 1
            || WordSections.AreIn(cells)
            || cells.Exists(cell => cell.Blocks.Exists(block => block.HeadingLevel is not null))
        )
        {
            cells.ForEach(Found.Add);
            return cells.Count > 1;
        }

        var texts = cells.Select(cell => string.Join(' ', cell.Blocks.Select(block => block.Text))).ToList();
        cells.ForEach(cell => Found.AddDoubts(cell));
        texts.RemoveAll(text => text.Length == 0);
        Found.Blocks.Add(FoundBlock.Row(texts));
        return true;
    }

    private static bool StandsOut(BlockLook look, string text) => look.Bold || look.Caps || PlainWords.IsCapitals(text);

    /// <summary>Says whether the left cells of a table are headings. Bold words in both cells of its top row name its columns.</summary>
    private static TableSides SidesOf(List<List<FoundDocument>> rows)
    {
        var divided = rows.Where(row => row.Count > 1).ToList();
        var labels = divided.Select(LabelOf).OfType<SideLabel>().ToList();
        return divided.Count == 0 || NamesColumns(divided[0]) ? TableSides.None : SideHeadings.Of(labels, divided.Count);
    }

    private static bool NamesColumns(List<FoundDocument> cells) =>
        cells.TrueForAll(cell => cell.Blocks is [var only] && StandsOut(only.Look, only.Text));

    /// <summary>Returns the words of the left cell with the text beside them, where they may be its heading.</summary>
    private static SideLabel? LabelOf(List<FoundDocument> cells) =>
        cells.Count == 2
        && cells[0].Blocks is [var heading]
        && SideHeadings.IsLabel(heading.Text, StandsOut(heading.Look, heading.Text))
        && !cells[1].Blocks.TrueForAll(block => StandsOut(block.Look, block.Text))
            ? new(heading.Text, string.Join(' ', cells[1].Blocks.Select(block => block.Text)))
            : null;

    private void AddBeside(List<FoundDocument> cells, TableSides sides)
    {
        cells[0].Blocks[0] = cells[0].Blocks[0] with
        {
            IsBeside = sides == TableSides.Are,
            BlocksBeside = sides == TableSides.Are ? 0 : cells[1].Blocks.Count,
        };
        cells.ForEach(Found.Add);
    }

    private static bool HasNumber(List<FoundDocument> cells) =>
        cells.Count == 2 && cells[1].Blocks.Count > 0 && cells[0].Blocks is [var number] && NumberedRows.IsNumber(number.Text);

    private static NumberedRow NumberedRowOf(List<FoundDocument> cells) =>
        new(
            cells.Count,
            HasNumber(cells),
            cells.Count > 0 && cells[^1].Blocks is [var block] && (block.HeadingLevel is not null || StandsOut(block.Look, block.Text))
        );

    /// <summary>Adds the text of a row, with its number before it.</summary>
    private void AddNumbered(List<FoundDocument> cells)
    {
        if (HasNumber(cells))
        {
            var (number, text) = (cells[0].Blocks[0].Text, cells[1].Blocks[0]);
            cells[1].Blocks[0] = text with { Text = $"{number} {text.Text}", Raw = $"{number} {text.Raw}", BoldStart = null };
            Found.AddDoubts(cells[0]);
            Found.Add(cells[1]);
        }
        else
        {
            cells.ForEach(Found.Add);
        }
    }

    /// <summary>Joins the number and the words of a heading that are in two cells.</summary>
    private static FoundBlock? NumberAndHeading(List<FoundDocument> cells, bool isOnly) =>
        cells.Count == 2
        && cells.TrueForAll(cell => cell.Blocks.Count == 1)
        && cells[1].Blocks[0] is var heading
        && (heading.HeadingLevel is not null || (isOnly && StandsOut(heading.Look, heading.Text)))
        && PlainWords.NumberDepth(cells[0].Blocks[0].Text + " ") > 0
        && cells[0].Blocks[0].Text.Length < ShortNumber
            ? heading with
            {
                Text = $"{cells[0].Blocks[0].Text} {heading.Text}",
            }
            : null;

    public void NoteChanges()
    {
        if (HasChanges)
        {
            Found.Doubt(0, ImportDoubtKind.TrackedChanges, "This file has tracked changes. I read it as if all of them were accepted.");
        }
    }

    private void Count(string text)
    {
        length += text.Length;
        if (length > ImportLimits.TextLength || Found.Blocks.Count > ImportLimits.Blocks)
        {
            throw new ImportStoppedException(ImportRefusals.TooLong);
        }
    }
}
