using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>A text in Markdown with its blocks.</summary>
internal sealed class ParsedMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .Build();
    private const int FewestBold = 2;
    private readonly string text;

    private ParsedMarkdown(string text, MarkdownDocument blocks)
    {
        this.text = text;
        Blocks = blocks;
        var html = blocks.Descendants<HtmlBlock>().ToList();
        var hasHtml = html.Exists(block => block.Type != HtmlBlockType.Comment);
        HasHeadings = blocks.Descendants<HeadingBlock>().Any() || (hasHtml && html.Exists(block => HtmlWords.HasHeading(Words(block))));
        IsPlainText = !HasHeadings && !hasHtml && blocks.OfType<ParagraphBlock>().Count(MarkdownParagraphs.IsBold) < FewestBold;
    }

    public MarkdownDocument Blocks { get; }

    /// <summary>Whether it marks headings, also as HTML.</summary>
    public bool HasHeadings { get; }

    /// <summary>Whether nothing marks its headings, so that it is read as plain text.</summary>
    public bool IsPlainText { get; }

    public static ParsedMarkdown Of(string text)
    {
        var blocks = Parse(text);
        if (CountNotes(blocks) != NoteMarks.CountNotes(text))
        {
            // A note is named twice, or only from code or HTML: Markdig would leave its words out.
            text = NoteMarks.LeaveOutNotes(text);
            blocks = Parse(text);
        }

        return new(text, blocks);
    }

    /// <summary>Returns a block as it is written.</summary>
    public string Words(Block block) => text.Substring(block.Span.Start, block.Span.Length);

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
}
