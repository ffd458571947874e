using System.Net;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Takes the words out of HTML that stands in Markdown.</summary>
internal static partial class HtmlWords
{
    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "b",
        "big",
        "blockquote",
        "body",
        "br",
        "center",
        "cite",
        "code",
        "col",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figure",
        "font",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    };

    public static string Of(string html) =>
        PlainWords.Clean(WebUtility.HtmlDecode(Tag().Replace(Unread().Replace(html, " "), mark => IsTag(mark.Value) ? " " : mark.Value)));

    /// <summary>
    /// Says whether it is a tag or a comment of HTML, and not words in angle brackets such as "&lt;name of practice&gt;".
    /// </summary>
    public static bool IsTag(string mark) =>
        mark.StartsWith("<!", StringComparison.Ordinal)
        || mark.StartsWith("<?", StringComparison.Ordinal)
        || Tags.Contains(Name().Match(mark).Value);

    [GeneratedRegex(
        @"<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Unread();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9]*", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
