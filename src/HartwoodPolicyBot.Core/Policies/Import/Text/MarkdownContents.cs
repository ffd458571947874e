using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Tells a list of contents in Markdown from what it lists.</summary>
internal static partial class MarkdownContents
{
    /// <summary>Says whether every entry of a list is only a link to a heading of the same file.</summary>
    public static bool IsContents(ListBlock list) =>
        list.Descendants<LeafBlock>().All(block => block is ParagraphBlock)
        && list.Descendants<ParagraphBlock>().All(item => item.Inline is { } inline && inline.All(IsLinkToHeading));

    /// <summary>
    /// Says whether a paragraph is an entry of a list of contents that a program has made of a Word file, or the mark that asks for a
    /// list of contents.
    /// </summary>
    public static bool IsContents(ContainerInline inline) =>
        (inline.All(IsLinkToHeading) && inline.OfType<LinkInline>().Any() && inline.OfType<LinkInline>().All(IsLinkOfContents))
        || ContentsMark().IsMatch(MarkdownWords.Lines(inline));

    /// <summary>Says whether a link leads to a mark that Word sets for a list of contents.</summary>
    private static bool IsLinkOfContents(LinkInline link) => link.Url?.StartsWith("#_Toc", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsLinkToHeading(Inline inline) =>
        inline is LinkInline { IsImage: false, Url: ['#', ..] } or LineBreakInline
        || (inline is LiteralInline literal && literal.Content.ToString().Trim() is "" or ".");

    [GeneratedRegex(@"^\s{0,20}(?:\[\[?_?TOC_?\]\]?|\$\{toc\}|\{:?toc\}|\{\{TOC\}\})\s{0,20}$", RegexOptions.IgnoreCase)]
    private static partial Regex ContentsMark();
}
