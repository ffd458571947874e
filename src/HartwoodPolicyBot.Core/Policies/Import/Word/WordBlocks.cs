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
        var used = isFirst ? styles.Numbering(properties) : null;
        var mark = numbering.Of(used);
        var isBullet = typed is not null || mark == WordListMark.Bullet || (mark == WordListMark.Number && text.Length < LongClause);
        var level = isFirst || line.Look == default ? styles.HeadingLevel(properties) : null;
        var mayBeHeading =
            mark != WordListMark.Bullet && typed is null && (line.Look.Bold || line.Look.Caps || PlainWords.IsCapitals(text));
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
                Look = line.Look,
            }
        );
    }

    /// <summary>
    /// Adds one row of a table. A row of one cell, or with a heading or a list in it, is read cell by cell, as text. Returns
    /// whether it was read as a row.
    /// </summary>
    public bool AddRow(List<FoundDocument> cells)
    {
        var isText = cells.Count <= 1 || cells.Exists(cell => cell.Blocks.Exists(block => block.HeadingLevel is not null));
        if (isText)
        {
            if (NumberAndHeading(cells) is { } joined)
            {
                Found.Blocks.Add(joined);
                return false;
            }

            cells.ForEach(Found.Add);
            return cells.Count > 1;
        }

        var texts = cells.Select(cell => string.Join(' ', cell.Blocks.Select(block => block.Text))).ToList();
        cells.ForEach(cell => Found.AddDoubts(cell));
        texts.RemoveAll(text => text.Length == 0);
        Found.Blocks.Add(
            new FoundBlock(string.Join(" | ", texts))
            {
                Kind = BlockKind.Row,
                Cells = texts,
                Raw = string.Join('\t', texts),
            }
        );
        return true;
    }

    /// <summary>Joins the number and the words of a heading that are in two cells.</summary>
    private static FoundBlock? NumberAndHeading(List<FoundDocument> cells) =>
        cells.Count == 2
        && cells.TrueForAll(cell => cell.Blocks.Count == 1)
        && cells[1].Blocks[0] is { HeadingLevel: not null } heading
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
