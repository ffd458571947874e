using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Takes the words out of a paragraph of Markdown, without its marks.</summary>
internal static partial class MarkdownWords
{
    /// <summary>Returns the words on one line.</summary>
    public static string Of(ContainerInline? inline) => PlainWords.Clean(Lines(inline).Replace('\n', ' '));

    /// <summary>Returns the words, line by line.</summary>
    public static string Lines(ContainerInline? inline)
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

    /// <summary>Returns words without the address and classes that programs write after them.</summary>
    public static string WithoutAttributes(string words) => Attributes().Replace(words, "");

    /// <summary>Says whether a raised number is the mark of a note, and not of an area such as "10 m<sup>2</sup>".</summary>
    private static bool IsNoteMark(string tag, string number, StringBuilder before) =>
        tag.StartsWith("<sup", StringComparison.OrdinalIgnoreCase)
        && number.All(char.IsDigit)
        && !(before.Length > 1 && before[^1] == 'm' && before[^2] is ' ' or 'c' or 'k' or 'm');

    private static bool IsInPicture(MarkdownObject part) => part is Inline { Parent: LinkInline { IsImage: true } };

    /// <summary>Matches the address and classes that programs write after a heading or paragraph, such as "{#scope .unnumbered}".</summary>
    [GeneratedRegex(
        @"\s{0,20}\{:?\s{0,20}(?:[#.][^\s{}]{1,400}|-)(?:\s{1,20}(?:[#.][^\s{}]{1,200}|-|[a-z-]{1,60}=[^\s{}]{1,200})){0,10}\s{0,20}\}$"
    )]
    private static partial Regex Attributes();
}
