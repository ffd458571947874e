using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>
/// Leaves out the marks that programs add to Markdown, such as "[[Leave policy|the policy]]", "[^source]" and "!!! note".
/// </summary>
internal static partial class NoteMarks
{
    /// <summary>Returns the text with the words that such a program shows. Marks that lead to a footnote stay.</summary>
    public static string LeaveOut(string text)
    {
        var words = Highlight().Replace(Link().Replace(Comment().Replace(text, ""), WordsOf), "${words}");
        var notes = NotesIn(words);
        words = Footnote().Replace(words, mark => notes.Contains(NameOf(mark)) || IsNumber(mark) ? mark.Value : "");
        return Box().Replace(words, "${space}${title}");
    }

    /// <summary>
    /// Returns the text without the marks of footnotes. Their words stay where they are, each in a paragraph of its own.
    /// </summary>
    public static string LeaveOutNotes(string text)
    {
        var notes = NotesIn(text);
        return Footnote().Replace(Note().Replace(text, "\n"), mark => notes.Contains(NameOf(mark)) || !IsNumber(mark) ? "" : mark.Value);
    }

    /// <summary>Says whether a mark has only digits. "[^2]" may be meant otherwise where there is no such note.</summary>
    private static bool IsNumber(Match mark) => mark.Groups["name"].Value.All(char.IsDigit);

    private static HashSet<string> NotesIn(string text) => Note().Matches(text).Select(NameOf).ToHashSet();

    /// <summary>Returns how many footnotes have words of their own in the text.</summary>
    public static int CountNotes(string text) => Note().Count(text);

    private static string NameOf(Match mark) => mark.Groups["name"].Value.ToUpperInvariant();

    private static string WordsOf(Match link) =>
        link.Groups["words"] is { Success: true } words ? words.Value
        : link.Groups["page"].Value is var page && page.Trim('_').Equals("toc", StringComparison.OrdinalIgnoreCase) ? link.Value
        : page;

    /// <summary>Matches a comment on one line, which the program does not show.</summary>
    [GeneratedRegex(@"%%[^%\n]{1,2000}%%")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[\[(?<page>[^\[\]|\n]{1,2000})(?:\|(?<words>[^\[\]|\n]{1,2000}))?\]\]")]
    private static partial Regex Link();

    /// <summary>Matches the mark of a footnote in the text.</summary>
    [GeneratedRegex(@"\[\^(?<name>[\w-]{1,200})\]")]
    private static partial Regex Footnote();

    /// <summary>Matches the beginning of a footnote's own words.</summary>
    [GeneratedRegex(@"^[ ]{0,3}\[\^(?<name>[\w-]{1,200})\]:[ \t]{0,200}", RegexOptions.Multiline)]
    private static partial Regex Note();

    /// <summary>Matches the line that begins a box, with the words that are written over it.</summary>
    [GeneratedRegex(
        @"^(?<space>[ \t]{0,200})(?:!!!|\?\?\?\+?)[ \t]{1,20}[a-z]{1,60}(?:[ \t]{1,20}""(?<title>[^""\n]{0,2000})"")?[ \t\r]{0,200}$",
        RegexOptions.Multiline
    )]
    private static partial Regex Box();

    /// <summary>Matches marked words; "==+==" is a line of a table.</summary>
    [GeneratedRegex(@"==(?<words>[^=\s+](?:[^=\n]{0,2000}[^=\s])?)==")]
    private static partial Regex Highlight();
}
