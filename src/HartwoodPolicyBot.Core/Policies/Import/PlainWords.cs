using System.Text;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Cleans text of what can't be seen, and tells marks, numbers and page numbers from words.</summary>
internal static partial class PlainWords
{
    private const string PartName = @"^(?:Appendix|Annexe?|Schedule|Part|Section|Chapter)\s{1,20}(?:[A-Z]|[0-9]{1,2}|[IVX]{1,4})";
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>
    /// Returns text on one line with single spaces. Leaves out soft hyphens and other characters without a width, and writes
    /// ligatures as letters.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var gap = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
            {
                gap = true;
                continue;
            }

            if (IsInvisible(letter))
            {
                continue;
            }

            if (gap && clean.Length > 0)
            {
                clean.Append(' ');
            }

            gap = false;
            if (letter is >= '\uFB00' and <= '\uFB06')
            {
                clean.Append(Ligatures[letter - '\uFB00']);
            }
            else
            {
                clean.Append(letter is '\u2010' or '\u2011' ? '-' : letter);
            }
        }

        return clean.ToString();
    }

    private static bool IsInvisible(char letter) =>
        letter is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\uFFFC'
        || letter is >= '\u200E' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'
        || char.IsControl(letter);

    /// <summary>Returns the text after a bullet mark at the start of a line; null where there is no mark.</summary>
    public static string? AfterBullet(string line) => Bullet().Match(line) is { Success: true } mark ? line[mark.Length..].Trim() : null;

    /// <summary>Returns the text after a bullet mark that can be a letter of a font of signs, alone before a gap.</summary>
    public static string? AfterDrawnBullet(string line) =>
        DrawnBullet().Match(line) is { Success: true } mark ? line[mark.Length..].Trim() : AfterBullet(line);

    /// <summary>Says whether a paragraph starts with a number or letter of a list, such as "a)", "(iv)" or "2.".</summary>
    public static bool StartsWithListNumber(string text) => ListNumber().IsMatch(text);

    /// <summary>Says whether a line starts with the name of a part, such as "Appendix 2".</summary>
    public static bool IsPart(string text) => Part().IsMatch(text);

    /// <summary>
    /// Says whether a line is only the name of a part, such as "Appendix A:". A title on the line below is a heading of its own.
    /// </summary>
    public static bool IsOnlyPart(string text) => OnlyPart().IsMatch(text);

    /// <summary>Returns how deep a typed number such as "1.2" is; 0 where the text does not start with one.</summary>
    public static int NumberDepth(string text)
    {
        if (Part().IsMatch(text))
        {
            return 1;
        }

        var number = HeadingNumber().Match(text) is { Success: true } spaced ? spaced : TightNumber().Match(text);
        if (!number.Success)
        {
            return 0;
        }

        // "1.0 Scope" is beside "2.0 Duties" and above "2.1 Managers".
        var typed = number.Groups["number"].Value.TrimEnd('.');
        return typed.Count(letter => letter == '.') + (typed.EndsWith(".0", StringComparison.Ordinal) ? 0 : 1);
    }

    /// <summary>Returns a heading without its number, its dots and its page number, to compare it with a list of contents.</summary>
    public static string Comparable(string text)
    {
        var entry = PageNumber().Replace(text, "");
        var words = TightNumber().Match(entry) is { Success: true } tight
            ? entry[tight.Groups["number"].Length..]
            : HeadingNumber().Replace(entry, "");
        return string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    /// <summary>Says whether a line ends in dots or a gap and a page number.</summary>
    public static bool EndsInPageNumber(string line) => PageNumber().IsMatch(line.TrimEnd());

    /// <summary>Returns what is before a number at the end of a line; null where there is no such number.</summary>
    public static string? BeforePageNumber(string line) =>
        NumberAtEnd().Match(line.Trim()) is { Success: true } found ? found.Groups["words"].Value : null;

    /// <summary>Says whether a line is only a page number, such as "Page 3 of 12" or "- 3 -".</summary>
    public static bool IsPageNumber(string line) => OnlyPageNumber().IsMatch(line.Trim());

    /// <summary>Says whether all letters are capitals, and there are enough of them to mean it.</summary>
    public static bool IsCapitals(string text) => text.Count(char.IsUpper) >= 4 && !text.Any(char.IsLower);

    [GeneratedRegex(
        @"^\s{0,200}(?:[\u2022\u2023\u2043\u00B7\u25A0\u25A1\u25AA\u25AB\u25B6\u25B8\u25BA\u25C6\u25C7\u25CB\u25CF\u25E6]\s{0,20}|"
            + @"[\u2713\u2714\u2756\u2794\u27A2\u27A4\uE000-\uF8FF]\s{0,20}|"
            + @"(?:[-*+~>\u2013\u2014]|o\t|o\s\s)\s{1,20}|[-*]\z)"
    )]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s{0,200}[o\u00A7\u00D8\u00FC]\s{1,20}")]
    private static partial Regex DrawnBullet();

    [GeneratedRegex(@"^(?:\(?(?:[a-zA-Z]|[ivxIVX]{1,4}|[0-9]{1,2})\)|[0-9]{1,2}(?:\.[0-9]{1,2}){0,20}\.|[a-z]\.)\s{1,200}\S")]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"^(?<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,5}\.?|[A-Z]\.|[IVX]{2,5}\.)[\s:)\u2013-]{1,20}")]
    private static partial Regex HeadingNumber();

    /// <summary>Matches a number with no space after it, as in "7.Gifts".</summary>
    [GeneratedRegex(@"^(?<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,5}\.)\p{Lu}")]
    private static partial Regex TightNumber();

    [GeneratedRegex($@"{PartName}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex($@"{PartName}\s?[:.\u2013-]?$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyPart();

    /// <summary>Matches the dots or gap before a page number, read from the end, so that dots before no number take no time.</summary>
    [GeneratedRegex(
        @"(?:\s{0,20}\u2026{1,60}\.{0,9}\s{0,20}|\s{0,20}(?:\.\s?){3,200}\s{0,20}|\s{0,20}_{3,200}\s{0,20}|\s{3,60}|\t{1,9}\s{0,20})"
            + @"(?:[Pp](?:age|g|\.)?\s?)?(?:[0-9]{1,3}|[ivx]{1,4})$",
        RegexOptions.RightToLeft
    )]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?<words>.{0,2000}\S)\s[0-9]{1,3}$")]
    private static partial Regex NumberAtEnd();

    [GeneratedRegex(
        @"^(?:[-\u2013|]\s{0,20})?(?:(?:[Pp]age|PAGE)\s{0,20})?[0-9]{1,3}(?:\s{0,20}(?:of|/)\s{0,20}[0-9]{1,3})?"
            + @"(?:\s{0,20}[-\u2013|])?$"
    )]
    private static partial Regex OnlyPageNumber();
}
