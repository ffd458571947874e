using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>
/// Leaves out the marks that programs add to Markdown, such as "[[Leave policy|the policy]]", "[^source]" and "!!! note".
/// </summary>
internal static partial class NoteMarks
{
    /// <summary>Returns the text with the words that such a program shows.</summary>
    public static string LeaveOut(string text) =>
        Box()
            .Replace(
                Footnote().Replace(Highlight().Replace(Link().Replace(Comment().Replace(text, ""), WordsOf), "${words}"), ""),
                "${space}${title}"
            );

    private static string WordsOf(Match link) =>
        link.Groups["words"] is { Success: true } words ? words.Value
        : link.Groups["page"].Value is var page && page.Trim('_').Equals("toc", StringComparison.OrdinalIgnoreCase) ? link.Value
        : page;

    /// <summary>Matches a comment on one line, which the program does not show.</summary>
    [GeneratedRegex(@"%%[^%\n]+%%", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[\[(?<page>[^\[\]|\n]+)(?:\|(?<words>[^\[\]|\n]+))?\]\]", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    /// <summary>Matches the mark of a footnote that has a name, in the text and before the note.</summary>
    [GeneratedRegex(@"\[\^[\w-]*\p{L}[\w-]*\](?::[ \t]+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Footnote();

    /// <summary>Matches the line that begins a box, with the words that are written over it.</summary>
    [GeneratedRegex(
        @"^(?<space>[ \t]*)(?:!!!|\?\?\?\+?)[ \t]+[a-z]+(?:[ \t]+""(?<title>[^""\n]*)"")?[ \t\r]*$",
        RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Box();

    [GeneratedRegex(@"==(?<words>[^=\s](?:[^=\n]*[^=\s])?)==", RegexOptions.NonBacktracking)]
    private static partial Regex Highlight();
}
