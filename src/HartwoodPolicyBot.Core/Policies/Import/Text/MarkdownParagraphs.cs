using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Reads paragraphs and bullets of Markdown, with how their words look.</summary>
/// <param name="found">Where they are collected.</param>
internal sealed partial class MarkdownParagraphs(FoundDocument found)
{
    public void Read(LeafBlock leaf, BlockKind kind, int depth)
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
            found.Add(
                new FoundBlock(PlainWords.Clean(MarkdownWords.WithoutAttributes(text.TrimEnd())))
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
    public static bool IsBold(LeafBlock leaf) =>
        leaf.Inline?.FirstChild is EmphasisInline { DelimiterCount: 2 } bold && bold.NextSibling is null or LineBreakInline;

    [GeneratedRegex(@"~~[^~\s](?:[^~\n]{0,2000}[^~\s])?~~")]
    private static partial Regex Struck();
}
