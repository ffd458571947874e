using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Reads Markdown. What it writes as HTML is read without its tags; comments are not the policy's words.</summary>
internal sealed class MarkdownReader
{
    private readonly FoundDocument found;
    private readonly ParsedMarkdown markdown;
    private readonly MarkdownParagraphs paragraphs;
    private readonly HashSet<Footnote> notesRead = [];
    private readonly CancellationToken cancellation;

    private MarkdownReader(ParsedMarkdown markdown, CancellationToken cancellation)
    {
        this.markdown = markdown;
        this.cancellation = cancellation;
        found = new() { OnlyMarkedHeadings = markdown.HasHeadings };
        paragraphs = new MarkdownParagraphs(found);
    }

    public static FoundDocument Read(string text, CancellationToken cancellation)
    {
        var plain = NoteMarks.LeaveOut(text);
        var parsed = ParsedMarkdown.Of(DashTables.WithUprightLines(plain));
        if (parsed.IsPlainText)
        {
            return PlainTextReader.Read(HtmlWords.WithoutComments(NoteMarks.LeaveOutNotes(plain)), cancellation);
        }

        var reader = new MarkdownReader(parsed, cancellation);
        if (parsed.Blocks.OfType<YamlFrontMatterBlock>().FirstOrDefault() is { } matter)
        {
            FrontMatter.Read(parsed.Words(matter), reader.found);
        }

        reader.Read(parsed.Blocks);
        return reader.found;
    }

    private void Read(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (block)
            {
                case HeadingBlock heading:
                    found.Add(
                        new FoundBlock(MarkdownWords.WithoutAttributes(MarkdownWords.Of(heading.Inline))) { HeadingLevel = heading.Level }
                    );
                    break;
                case ListBlock list when MarkdownContents.IsContents(list):
                    found.LeaveOutContents();
                    break;
                case ParagraphBlock { Inline: { } inline } when MarkdownContents.IsContents(inline):
                    found.LeaveOutContents();
                    break;
                case ListBlock list:
                    ReadList(list, 0);
                    break;
                case Table table:
                    ReadTable(table);
                    break;
                case QuoteBlock quote:
                    Read(quote);
                    break;
                case HtmlBlock html:
                    ReadHtml(markdown.Words(html));
                    break;
                case LinkReferenceDefinitionGroup or YamlFrontMatterBlock:
                    break;
                case FootnoteGroup notes:
                    notes.OfType<Footnote>().ToList().ForEach(ReadNote);
                    break;
                case DefinitionItem definition:
                    ReadDefinition(definition);
                    break;
                case CodeBlock code:
                    found.Add(new FoundBlock(PlainWords.Clean(code.Lines.ToString())));
                    break;
                case LeafBlock leaf:
                    paragraphs.Read(leaf, BlockKind.Paragraph, 0);
                    ReadNotes(leaf);
                    break;
                case ContainerBlock other:
                    Read(other);
                    break;
            }
        }
    }

    private void ReadList(ListBlock list, int depth)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            cancellation.ThrowIfCancellationRequested();
            var isFirst = true;
            foreach (var block in item)
            {
                if (block is ListBlock nested)
                {
                    ReadList(nested, depth + 1);
                }
                else if (block is ParagraphBlock paragraph)
                {
                    paragraphs.Read(paragraph, isFirst ? BlockKind.Bullet : BlockKind.Paragraph, depth);
                    ReadNotes(paragraph);
                }
                else
                {
                    Read([block]);
                }

                isFirst = false;
            }
        }
    }

    /// <summary>Reads words and what they mean. Where that is one paragraph, both are one line: "Record: Information …".</summary>
    private void ReadDefinition(DefinitionItem definition)
    {
        var terms = definition.OfType<DefinitionTerm>().ToList();
        var rest = definition.Where(block => block is not DefinitionTerm).ToList();
        if (terms.Count > 0 && rest is [ParagraphBlock { Inline: { } meaning } paragraph])
        {
            var named = string.Join(", ", terms.Select(term => MarkdownWords.Of(term.Inline)));
            found.Add(new FoundBlock($"{named}: {MarkdownWords.Of(meaning)}"));
            terms.ForEach(ReadNotes);
            ReadNotes(paragraph);
        }
        else
        {
            Read([.. terms, .. rest]);
        }
    }

    /// <summary>Reads the footnotes of a paragraph below it.</summary>
    private void ReadNotes(LeafBlock leaf)
    {
        foreach (var note in leaf.Inline?.Descendants<FootnoteLink>().Where(link => !link.IsBackLink) ?? [])
        {
            found.Doubt(ImportDoubtKind.ReadingOrder, FoundDocument.MovedFootnote);
            ReadNote(note.Footnote);
        }
    }

    /// <summary>Reads a footnote once. Those of headings and tables are read at the end.</summary>
    private void ReadNote(Footnote note)
    {
        if (notesRead.Add(note))
        {
            Read(note);
        }
    }

    private void ReadTable(Table table)
    {
        found.Doubt(ImportDoubtKind.Table, FoundDocument.ReadByRows);
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>()
                .Select(cell => string.Join(' ', cell.Descendants<LeafBlock>().Select(leaf => MarkdownWords.Of(leaf.Inline))))
                .Where(cell => cell.Length > 0)
                .ToList();
            found.Add(FoundBlock.Row(cells));
        }
    }

    private void ReadHtml(string html)
    {
        foreach (var part in HtmlParts.Of(html))
        {
            if (part.Kind != BlockKind.Row && part.HeadingLevel is null)
            {
                found.Doubt(ImportDoubtKind.LeftOut, "There is HTML here. I read its words without the formatting.");
            }
            else if (part.Kind == BlockKind.Row && found.Blocks is not [.., { Kind: BlockKind.Row }])
            {
                found.Doubt(ImportDoubtKind.Table, FoundDocument.ReadByRows);
            }

            found.Add(part);
        }
    }
}
