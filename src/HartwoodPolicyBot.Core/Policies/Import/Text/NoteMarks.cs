using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Leaves out the marks that programs for notes add to Markdown, such as "[[Leave policy|the policy]]".</summary>
internal static partial class NoteMarks
{
    /// <summary>Returns the text with the words that such a program shows.</summary>
    public static string LeaveOut(string text) => Highlight().Replace(Link().Replace(Comment().Replace(text, ""), WordsOf), "${words}");

    private static string WordsOf(Match link) =>
        link.Groups["words"] is { Success: true } words ? words.Value
        : link.Groups["page"].Value is var page && page.Trim('_').Equals("toc", StringComparison.OrdinalIgnoreCase) ? link.Value
        : page;

    /// <summary>Matches a comment on one line, which the program does not show.</summary>
    [GeneratedRegex(@"%%[^%\n]+%%", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[\[(?<page>[^\[\]|\n]+)(?:\|(?<words>[^\[\]|\n]+))?\]\]", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"==(?<words>[^=\s](?:[^=\n]*[^=\s])?)==", RegexOptions.NonBacktracking)]
    private static partial Regex Highlight();
}
