using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Reads Markdown. What it writes as HTML is read without its tags; comments are not the policy's words.</summary>
internal sealed partial class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();
    private const int FewestBold = 2;
    private readonly FoundDocument found;

    private MarkdownReader(bool hasHeadings) => found = new() { OnlyMarkedHeadings = hasHeadings };

    public static FoundDocument Read(string text, CancellationToken cancellation)
    {
        text = NoteMarks.LeaveOut(text);
        MarkdownDocument blocks;
        try
        {
            blocks = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit on nesting.
            throw new ImportStoppedException(ImportRefusals.TooDeep);
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
            return PlainTextReader.Read(HtmlWords.WithoutComments(text), cancellation);
        }

        var reader = new MarkdownReader(hasHeadings);
        if (blocks.OfType<YamlFrontMatterBlock>().FirstOrDefault() is { } matter)
        {
            reader.ReadFrontMatter(text.Substring(matter.Span.Start, matter.Span.Length));
        }

        reader.Read(blocks, text, cancellation);
        return reader.found;
    }

    private void ReadFrontMatter(string matter)
    {
        foreach (var line in matter.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = colon < 0 ? "" : PlainWords.Clean(line[(colon + 1)..].Trim().Trim('"', '\''));
            if (value.Length == 0 || value.Equals("unknown", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var name = line[..colon].Trim().Replace('_', ' ').Replace('-', ' ');
            if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
            {
                found.StatedTitle = value;
            }
            else
            {
                found.Stated[name] = value;
            }
        }
    }

    private void Read(IEnumerable<Block> blocks, string text, CancellationToken cancellation)
    {
        foreach (var block in blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (block)
            {
                case HeadingBlock heading:
                    Add(new FoundBlock(Attributes().Replace(Words(heading.Inline), "")) { HeadingLevel = heading.Level });
                    break;
                case ListBlock list when IsContents(list):
                    found.LeaveOutContents();
                    break;
                case ParagraphBlock { Inline: { } inline } when IsContents(inline):
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
                case CodeBlock code:
                    Add(new FoundBlock(PlainWords.Clean(code.Lines.ToString())));
                    break;
                case LeafBlock leaf:
                    ReadParagraph(leaf, BlockKind.Paragraph, 0);
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

        var lines = Lines(leaf.Inline);
        if (Struck().IsMatch(lines))
        {
            found.Doubt(ImportDoubtKind.ReadingOrder, "There are crossed-out words here, between ~~ and ~~. I read them as text.");
        }

        var look = new BlockLook(0, IsBold(leaf), Underlined: false, Caps: false);
        var boldStart =
            !look.Bold && leaf.Inline.FirstChild is EmphasisInline { DelimiterCount: 2, NextSibling: not null } bold ? Words(bold) : null;
        foreach (var (text, isBullet) in WithPastedBullets(lines))
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

    /// <summary>Divides a paragraph before each line that starts with a sign such as "•", which people paste into Markdown.</summary>
    private static List<(string Text, bool IsBullet)> WithPastedBullets(string lines)
    {
        var parts = new List<(string Text, bool IsBullet)>();
        foreach (var line in lines.Split('\n'))
        {
            if (PlainWords.AfterBullet(line) is { } bullet)
            {
                parts.Add((bullet, true));
            }
            else if (parts.Count == 0)
            {
                parts.Add((line, false));
            }
            else
            {
                parts[^1] = (parts[^1].Text + " " + line, parts[^1].IsBullet);
            }
        }

        return parts;
    }

    /// <summary>Says whether a whole paragraph is bold, as a heading is where somebody does not know the marks.</summary>
    private static bool IsBold(LeafBlock leaf) =>
        leaf.Inline?.FirstChild is EmphasisInline { DelimiterCount: 2 } bold && bold.NextSibling is null or LineBreakInline;

    private void ReadTable(Table table)
    {
        found.Doubt(ImportDoubtKind.Table, "There is a table here. I read it row by row.");
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>()
                .Select(cell => string.Join(' ', cell.Descendants<LeafBlock>().Select(leaf => Words(leaf.Inline))))
                .Where(cell => cell.Length > 0)
                .ToList();
            Add(
                new FoundBlock(string.Join(" | ", cells))
                {
                    Kind = BlockKind.Row,
                    Cells = cells,
                    Raw = string.Join('\t', cells),
                }
            );
        }
    }

    private void ReadHtml(string html)
    {
        foreach (var (words, level) in HtmlWords.PartsOf(html))
        {
            if (level is null && words.Length > 0)
            {
                found.Doubt(ImportDoubtKind.LeftOut, "There is HTML here. I read its words without the formatting.");
            }

            Add(new FoundBlock(words) { HeadingLevel = level });
        }
    }

    private void Add(FoundBlock block)
    {
        if (block.Text.Length > 0)
        {
            found.Blocks.Add(block);
        }
    }

    /// <summary>Says whether every entry of a list is only a link to a heading of the same file.</summary>
    private static bool IsContents(ListBlock list) =>
        list.Descendants<LeafBlock>().All(block => block is ParagraphBlock)
        && list.Descendants<ParagraphBlock>().All(item => item.Inline is { } inline && inline.All(IsLinkToHeading));

    /// <summary>
    /// Says whether a paragraph is an entry of a list of contents that a program has made of a Word file, or the mark that asks for a
    /// list of contents.
    /// </summary>
    private static bool IsContents(ContainerInline inline) =>
        (inline.All(IsLinkToHeading) && inline.OfType<LinkInline>().Any() && inline.OfType<LinkInline>().All(IsLinkOfContents))
        || ContentsMark().IsMatch(Lines(inline));

    /// <summary>Says whether a link leads to a mark that Word sets for a list of contents.</summary>
    private static bool IsLinkOfContents(LinkInline link) => link.Url?.StartsWith("#_Toc", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsLinkToHeading(Inline inline) =>
        inline is LinkInline { IsImage: false, Url: ['#', ..] } or LineBreakInline
        || (inline is LiteralInline literal && literal.Content.ToString().Trim() is "" or ".");

    private static string Words(ContainerInline? inline) => PlainWords.Clean(Lines(inline).Replace('\n', ' '));

    /// <summary>Returns the words, line by line.</summary>
    private static string Lines(ContainerInline? inline)
    {
        var words = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            words.Append(
                part switch
                {
                    _ when IsInPicture(part) => "",
                    LiteralInline literal => literal.Content.ToString(),
                    LineBreakInline => "\n",
                    CodeInline code => code.Content,
                    HtmlEntityInline entity => entity.Transcoded.ToString(),
                    AutolinkInline link => link.Url,
                    HtmlInline { Tag: var tag } when tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) => " ",
                    HtmlInline { NextSibling: LiteralInline number } html when IsNoteMark(html.Tag, number.Content.ToString(), words) =>
                        " ",
                    HtmlInline { Tag: var tag } when !HtmlWords.IsTag(tag) => tag,
                    _ => "",
                }
            );
        }

        return words.ToString();
    }

    /// <summary>Says whether a raised number is the mark of a note, and not of an area such as "10 m<sup>2</sup>".</summary>
    private static bool IsNoteMark(string tag, string number, StringBuilder before) =>
        tag.StartsWith("<sup", StringComparison.OrdinalIgnoreCase)
        && number.All(char.IsDigit)
        && !(before.Length > 1 && before[^1] == 'm' && before[^2] is ' ' or 'c' or 'k' or 'm');

    private static bool IsInPicture(MarkdownObject part) => part is Inline { Parent: LinkInline { IsImage: true } };

    [GeneratedRegex(@"~~[^~\s](?:[^~\n]*[^~\s])?~~", RegexOptions.NonBacktracking)]
    private static partial Regex Struck();

    [GeneratedRegex(
        @"^\s*(?:\[\[?_?TOC_?\]\]?|\$\{toc\}|\{:?toc\}|\{\{TOC\}\})\s*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex ContentsMark();

    /// <summary>Matches the address and classes that programs write after a heading, such as "{#scope .unnumbered}".</summary>
    [GeneratedRegex(@"\s*\{:?\s*(?:[#.][^\s{}]+|-)(?:\s+(?:[#.][^\s{}]+|-|[a-z-]+=[^\s{}]+))*\s*\}$", RegexOptions.NonBacktracking)]
    private static partial Regex Attributes();
}
