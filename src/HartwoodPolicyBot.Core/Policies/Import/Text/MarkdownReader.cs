using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Reads Markdown. What it writes as HTML is read without its tags; comments are not the policy's words.</summary>
internal sealed partial class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .Build();
    private const int FewestBold = 2;
    private readonly FoundDocument found;
    private readonly HashSet<Footnote> notesRead = [];

    private MarkdownReader(bool hasHeadings) => found = new() { OnlyMarkedHeadings = hasHeadings };

    public static FoundDocument Read(string text, CancellationToken cancellation)
    {
        var plain = NoteMarks.LeaveOut(text);
        text = DashTables.WithUprightLines(plain);
        var blocks = Parse(text);
        if (CountNotes(blocks) != NoteMarks.CountNotes(text))
        {
            // A note is named twice, or only from code or HTML: Markdig would leave its words out.
            text = NoteMarks.LeaveOutNotes(text);
            blocks = Parse(text);
        }

        var hasHtml = blocks.Descendants<HtmlBlock>().Any(html => html.Type != HtmlBlockType.Comment);
        var hasHeadings =
            blocks.Descendants<HeadingBlock>().Any()
            || (
                hasHtml
                && blocks.Descendants<HtmlBlock>().Any(html => HtmlWords.HasHeading(text.Substring(html.Span.Start, html.Span.Length)))
            );
        if (!hasHeadings && !hasHtml && blocks.OfType<ParagraphBlock>().Count(IsBold) < FewestBold)
        {
            return PlainTextReader.Read(HtmlWords.WithoutComments(NoteMarks.LeaveOutNotes(plain)), cancellation);
        }

        var reader = new MarkdownReader(hasHeadings);
        if (blocks.OfType<YamlFrontMatterBlock>().FirstOrDefault() is { } matter)
        {
            FrontMatter.Read(text.Substring(matter.Span.Start, matter.Span.Length), reader.found);
        }

        reader.Read(blocks, text, cancellation);
        return reader.found;
    }

    private static MarkdownDocument Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit on nesting.
            throw new ImportStoppedException(ImportRefusals.TooDeep);
        }
    }

    /// <summary>Returns how many footnotes something in the text points to.</summary>
    private static int CountNotes(MarkdownDocument blocks) =>
        blocks.Descendants<FootnoteLink>().Where(link => !link.IsBackLink).Select(link => link.Footnote).Distinct().Count();

    private void Read(IEnumerable<Block> blocks, string text, CancellationToken cancellation)
    {
        foreach (var block in blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (block)
            {
                case HeadingBlock heading:
                    Add(new FoundBlock(Attributes().Replace(MarkdownWords.Of(heading.Inline), "")) { HeadingLevel = heading.Level });
                    break;
                case ListBlock list when MarkdownContents.IsContents(list):
                    found.LeaveOutContents();
                    break;
                case ParagraphBlock { Inline: { } inline } when MarkdownContents.IsContents(inline):
                    found.LeaveOutContents();
                    break;
                case ListBlock list:
                    ReadList(list, 0, text, cancellation);
                    break;
                case Table table:
                    ReadTable(table);
                    break;
                case QuoteBlock quote:
                    Read(quote, text, cancellation);
                    break;
                case HtmlBlock html:
                    ReadHtml(text.Substring(html.Span.Start, html.Span.Length));
                    break;
                case LinkReferenceDefinitionGroup or YamlFrontMatterBlock:
                    break;
                case FootnoteGroup notes:
                    notes.OfType<Footnote>().ToList().ForEach(note => ReadNote(note, text, cancellation));
                    break;
                case DefinitionItem definition:
                    ReadDefinition(definition, text, cancellation);
                    break;
                case CodeBlock code:
                    Add(new FoundBlock(PlainWords.Clean(code.Lines.ToString())));
                    break;
                case LeafBlock leaf:
                    ReadParagraph(leaf, BlockKind.Paragraph, 0);
                    ReadNotes(leaf, text, cancellation);
                    break;
                case ContainerBlock other:
                    Read(other, text, cancellation);
                    break;
            }
        }
    }

    private void ReadList(ListBlock list, int depth, string text, CancellationToken cancellation)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            cancellation.ThrowIfCancellationRequested();
            var isFirst = true;
            foreach (var block in item)
            {
                if (block is ListBlock nested)
                {
                    ReadList(nested, depth + 1, text, cancellation);
                }
                else if (block is ParagraphBlock paragraph)
                {
                    ReadParagraph(paragraph, isFirst ? BlockKind.Bullet : BlockKind.Paragraph, depth);
                    ReadNotes(paragraph, text, cancellation);
                }
                else
                {
                    Read([block], text, cancellation);
                }

                isFirst = false;
            }
        }
    }

    private void ReadParagraph(LeafBlock leaf, BlockKind kind, int depth)
    {
        if (leaf.Inline is null)
        {
            return;
        }

        if (leaf.Inline.Descendants<LinkInline>().Any(link => link.IsImage))
        {
            found.Doubt(ImportDoubtKind.Picture, "There is a picture here, which I can't read.");
        }

        var lines = MarkdownWords.Lines(leaf.Inline);
        if (Struck().IsMatch(lines))
        {
            found.Doubt(ImportDoubtKind.ReadingOrder, "There are crossed-out words here, between ~~ and ~~. I read them as text.");
        }

        var look = new BlockLook(0, IsBold(leaf), Underlined: false, Caps: false);
        var boldStart =
            !look.Bold && leaf.Inline.FirstChild is EmphasisInline { DelimiterCount: 2, NextSibling: not null } bold
                ? MarkdownWords.Of(bold)
                : null;
        foreach (var (text, isBullet) in PastedBullets.Divide(lines))
        {
            Add(
                new FoundBlock(PlainWords.Clean(Attributes().Replace(text.TrimEnd(), "")))
                {
                    Kind = isBullet ? BlockKind.Bullet : kind,
                    Depth = depth,
                    Look = look,
                    BoldStart = isBullet ? null : boldStart,
                }
            );
        }
    }

    /// <summary>Says whether a whole paragraph is bold, as a heading is where somebody does not know the marks.</summary>
    private static bool IsBold(LeafBlock leaf) =>
        leaf.Inline?.FirstChild is EmphasisInline { DelimiterCount: 2 } bold && bold.NextSibling is null or LineBreakInline;

    /// <summary>Reads words and what they mean. Where that is one paragraph, both are one line: "Record: Information …".</summary>
    private void ReadDefinition(DefinitionItem definition, string text, CancellationToken cancellation)
    {
        var terms = definition.OfType<DefinitionTerm>().ToList();
        var rest = definition.Where(block => block is not DefinitionTerm).ToList();
        if (terms.Count > 0 && rest is [ParagraphBlock { Inline: { } meaning } paragraph])
        {
            var named = string.Join(", ", terms.Select(term => MarkdownWords.Of(term.Inline)));
            Add(new FoundBlock($"{named}: {MarkdownWords.Of(meaning)}"));
            terms.ForEach(term => ReadNotes(term, text, cancellation));
            ReadNotes(paragraph, text, cancellation);
        }
        else
        {
            Read([.. terms, .. rest], text, cancellation);
        }
    }

    /// <summary>Reads the footnotes of a paragraph below it.</summary>
    private void ReadNotes(LeafBlock leaf, string text, CancellationToken cancellation)
    {
        foreach (var note in leaf.Inline?.Descendants<FootnoteLink>().Where(link => !link.IsBackLink) ?? [])
        {
            found.Doubt(ImportDoubtKind.ReadingOrder, FoundDocument.MovedFootnote);
            ReadNote(note.Footnote, text, cancellation);
        }
    }

    /// <summary>Reads a footnote once. Those of headings and tables are read at the end.</summary>
    private void ReadNote(Footnote note, string text, CancellationToken cancellation)
    {
        if (notesRead.Add(note))
        {
            Read(note, text, cancellation);
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
            Add(FoundBlock.Row(cells));
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

            Add(part);
        }
    }

    private void Add(FoundBlock block)
    {
        if (block.Text.Length > 0)
        {
            found.Blocks.Add(block);
        }
    }

    [GeneratedRegex(@"~~[^~\s](?:[^~\n]*[^~\s])?~~", RegexOptions.NonBacktracking)]
    private static partial Regex Struck();

    /// <summary>Matches the address and classes that programs write after a heading, such as "{#scope .unnumbered}".</summary>
    [GeneratedRegex(@"\s*\{:?\s*(?:[#.][^\s{}]+|-)(?:\s+(?:[#.][^\s{}]+|-|[a-z-]+=[^\s{}]+))*\s*\}$", RegexOptions.NonBacktracking)]
    private static partial Regex Attributes();
}
