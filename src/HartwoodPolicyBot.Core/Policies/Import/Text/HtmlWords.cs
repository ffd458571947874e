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

    /// <summary>Returns the headings, and where they are.</summary>
    public static IEnumerable<(int Start, int End, string Words, int Level)> HeadingsIn(string html) =>
        Heading()
            .Matches(html)
            .Where(heading => heading.Groups["level"].Value == heading.Groups["end"].Value)
            .Select(heading =>
                (heading.Index, heading.Index + heading.Length, heading.Groups["words"].Value, heading.Groups["level"].Value[0] - '0')
            );

    /// <summary>Returns HTML without its comments, scripts and styles.</summary>
    public static string WithoutUnread(string html) => Unread().Replace(html, " ");

    public static string WithoutComments(string text) => Comment().Replace(text, "");

    public static bool HasHeading(string html) => Heading().IsMatch(html);

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

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"<h(?<level>[1-6])(?:\s[^<>]*)?>(?<words>.*?)</h(?<end>[1-6])\s*>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Heading();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9]{0,99}")]
    private static partial Regex Name();
}
