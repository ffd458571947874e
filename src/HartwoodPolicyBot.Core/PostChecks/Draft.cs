using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>Represents a draft divided into passages, each a sentence or less, and the description of its picture.</summary>
/// <param name="Text">The draft as it was written, with the description of the picture.</param>
/// <param name="Passages">The passages in order. They cover all words.</param>
internal sealed partial record Draft(string Text, IReadOnlyList<Passage> Passages)
{
    /// <summary>A longer passage is divided, so that what is shown of a draft without full stops stays readable.</summary>
    private const int LongestPassage = 280;

    private static readonly string[] Abbreviations = ["mr", "mrs", "ms", "dr", "st", "prof", "rev", "no", "vs", "approx"];

    public static Draft Read(string text)
    {
        var picture = PictureAtEnd().Match(text);
        var passages = new List<Passage>();
        Divide(text, 0, picture.Success ? picture.Index : text.Length, false, passages);
        if (picture.Success)
        {
            var shows = picture.Groups["shows"];
            Divide(text, shows.Index, shows.Index + shows.Length, true, passages);
        }

        return new Draft(text, passages);
    }

    /// <summary>Returns a draft without the description of its picture.</summary>
    public static string WithoutPicture(string text) =>
        PictureAtEnd().Match(text) is { Success: true } picture ? text[..picture.Index].TrimEnd() : text;

    /// <summary>Returns what the picture of a draft shows; empty if the draft doesn't say.</summary>
    public static string PictureOf(string text) =>
        PictureAtEnd().Match(text) is { Success: true } picture ? picture.Groups["shows"].Value.Trim() : "";

    public string WordsOf(Passage passage) => Text.Substring(passage.Start, passage.Length);

    private static void Divide(string text, int from, int to, bool isPicture, List<Passage> passages)
    {
        var start = from;
        for (var at = from; at < to; at++)
        {
            if (EndsHere(text, start, at, to))
            {
                Add(text, start, at + 1, isPicture, passages);
                start = at + 1;
            }
        }

        Add(text, start, to, isPicture, passages);
    }

    private static bool EndsHere(string text, int start, int at, int to) =>
        text[at] is '\n' or '\r'
        || (
            text[at] is '.' or '!' or '?' or '…'
            && (at + 1 == to || char.IsWhiteSpace(text[at + 1]))
            && !(text[at] == '.' && IsAbbreviation(text.AsSpan(start, at - start)))
        )
        || (at - start >= LongestPassage && (text[at] is ',' or ';' || (char.IsWhiteSpace(text[at]) && at - start >= LongestPassage + 60)));

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(' ', '(', '.') + 1)..];
        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return true;
        }

        foreach (var abbreviation in Abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                return abbreviation is not "no" || word[0] == 'N';
            }
        }

        return false;
    }

    private static void Add(string text, int from, int to, bool isPicture, List<Passage> passages)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        if (text.AsSpan(from, to - from).ContainsAnyInRange('0', '\uffff'))
        {
            passages.Add(new Passage(from, to - from, isPicture));
        }
    }

    /// <summary>A description can be as long as a draft, so this pattern repeats without an end and can't backtrack.</summary>
    [GeneratedRegex(
        @"\[\s*(?:picture|photo|image|pic|video)\s*:(?<shows>[^\]]*)\]?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex PictureAtEnd();
}

/// <summary>Represents a part of a draft that is read by itself.</summary>
/// <param name="Start">The place of its first character.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="IsPicture">Whether it says what the picture shows.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Passage(int Start, int Length, bool IsPicture)
{
    public bool Overlaps(LabelledSpan span) => span.Start < Start + Length && Start < span.Start + span.Length;
}
