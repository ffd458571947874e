using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Finds what could identify a patient in free text and puts a word in its place. It knows numbers, addresses and dates;
/// names it cannot know, so people are also asked not to write them. However a text is made, reading it takes time in proportion
/// to its length, which the endpoint limits: there is no text that cannot be masked, and so nothing to say about one.
/// </summary>
/// <remarks>
/// Sources: NHS number: NHS Data Dictionary, check digit modulus 11. Postcodes: Royal Mail's published patterns, and the NHS
/// pseudo-postcode area ZZ99. Phones: Ofcom's number ranges.
/// </remarks>
public static partial class PatientIdentifiers
{
    /// <summary>A date this many years back is more likely a birth than an event.</summary>
    private const int YearsBackIsBirth = 12;

    private static readonly string[] Words = ["[NHS number]", "[phone number]", "[postcode]", "[date of birth]", "[email]"];
    private static readonly SearchValues<char> Telling = SearchValues.Create("0123456789@");

    /// <param name="text">Anything a person wrote.</param>
    /// <param name="today">Tells a date of birth from a recent event.</param>
    /// <returns>The text with "[NHS number]", "[phone number]", "[postcode]", "[date of birth]" and "[email]" in place of
    /// what was found, and the kinds of what was found.</returns>
    public static MaskedText Check(string text, DateOnly today)
    {
        var masked = Mask(text, today);
        return new(
            masked,
            [.. Words.SelectMany(word => Enumerable.Repeat(word[1..^1], Math.Max(0, Count(masked, word) - Count(text, word))))]
        );
    }

    /// <summary>What <see cref="Check"/> gives, without the list.</summary>
    public static string Mask(string text, DateOnly today)
    {
        text = InAsciiDigits(text);

        // Whatever it knows holds a digit or an @: most questions hold neither.
        if (!text.AsSpan().ContainsAny(Telling))
        {
            return text;
        }

        // Patterns see a space before and after all: the beginning and the end need no case of their own then.
        text = Replace(Email(), $" {text} ", _ => "[email]");
        text = Replace(CuedNhsNumber(), text, _ => "[NHS number]");
        text = Replace(Phone(), text, found => LooksLikePhone(found.Value) ? "[phone number]" : found.Value);
        text = Replace(TenDigits(), text, found => IsGrouped(found.Value) || HasNhsCheckDigit(found.Value) ? "[NHS number]" : found.Value);
        text = Replace(CuedBirth(), text, _ => "[date of birth]");
        text = Replace(
            FullDate(),
            text,
            found => IsLongAgo(found.Value, today) ? "[date of birth]" : found.Value,
            at => Version().IsMatch(text.AsSpan(Math.Max(0, at - LongestVersion), Math.Min(at, LongestVersion)))
        );
        return Replace(Postcode(), text, found => IsOrdinal(found.Value) ? found.Value : "[postcode]")[1..^1];
    }

    /// <summary>
    /// Puts words in place of what the group "it" finds. A pattern reads also the character before and after, to see that "it"
    /// stands alone; that may belong to the next find, which is therefore looked for right behind "it".
    /// </summary>
    private static string Replace(Regex pattern, string text, Func<Group, string> word, Func<int, bool>? mayNotBegin = null)
    {
        var masked = new StringBuilder();
        var kept = 0;
        var found = pattern.Match(text);
        while (found.Success)
        {
            var it = found.Groups["it"];
            var next = it.Index + 1;
            if (mayNotBegin?.Invoke(it.Index) != true)
            {
                masked.Append(text, kept, it.Index - kept).Append(word(it));
                kept = next = it.Index + it.Length;
            }

            found = pattern.Match(text, next);
        }

        return kept == 0 ? text : masked.Append(text, kept, text.Length - kept).ToString();
    }

    private static int Count(string text, string word)
    {
        var count = 0;
        for (
            var at = text.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal)
        )
        {
            count++;
        }

        return count;
    }

    /// <summary>Digits of any script are read as digits: ٠ and ０ hide nothing.</summary>
    private static string InAsciiDigits(string text) =>
        text.Any(letter => char.IsDigit(letter) && !char.IsAsciiDigit(letter))
            ? string.Create(
                text.Length,
                text,
                static (ascii, source) =>
                {
                    for (var at = 0; at < source.Length; at++)
                    {
                        ascii[at] = char.IsDigit(source[at]) ? (char)('0' + (int)char.GetNumericValue(source[at])) : source[at];
                    }
                }
            )
            : text;

    /// <summary>Modulus 11: weights 10 to 2; a remainder that would need the digit 10 makes the number invalid.</summary>
    public static bool HasNhsCheckDigit(string number)
    {
        var digits = number.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        if (digits.Length != 10)
        {
            return false;
        }

        var check = 11 - (digits.Take(9).Select((digit, place) => digit * (10 - place)).Sum() % 11);
        return (check == 11 ? 0 : check) == digits[9];
    }

    private static bool IsGrouped(string number) => number.Length > 10;

    /// <summary>"E12 3rd floor": a desk and an ordinal. Whoever writes a postcode's first half in capitals writes the second so.</summary>
    private static bool IsOrdinal(string found) =>
        char.IsAsciiLetterLower(found[^1])
        && char.IsAsciiLetterUpper(found[0])
        && found[^3..] is "1st" or "2nd" or "3rd" or [>= '4' and <= '9' or '0', 't', 'h'];

    private static bool LooksLikePhone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return text.TrimStart('(').StartsWith('0') ? digits is 10 or 11 or 13 or 14 or 15 : digits is >= 11 and <= 13;
    }

    /// <summary>The year stands at one end: four digits at the beginning, or four or two at the end.</summary>
    private static bool IsLongAgo(string date, DateOnly today)
    {
        var first = date.TakeWhile(char.IsAsciiDigit).Count();
        var last = date.Reverse().TakeWhile(char.IsAsciiDigit).Count();
        var year = int.Parse(first == 4 ? date[..4] : date[^last..], CultureInfo.InvariantCulture);
        year = year < 100 ? year + (year > today.Year % 100 ? 1900 : 2000) : year;
        return year >= 1900 && year <= today.Year - YearsBackIsBirth;
    }

    // None of these can backtrack, so that no text takes longer than its length allows; a test sees to it. What such patterns
    // cannot do, look around, stands in a group beside "it".

    [GeneratedRegex(@"\b(?<it>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(
        @"\bNHS(?:\s*(?:no|num|number|#))?\b\.?\s*(?:is|was)?\s*[:#]?\s*(?<it>\d(?:[ -]?\d){7,10})\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex CuedNhsNumber();

    [GeneratedRegex(
        @"\D(?<it>(?:\+44[\s.-]?(?:\(0\)[\s.-]?)?|0044[\s.-]?(?:\(0\)[\s.-]?)?|\(?0)\d(?:[\s().-]{0,2}\d){8,10})(?:[^\d-]|-\D)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Phone();

    [GeneratedRegex(@"[^\d-](?<it>\d{10}|\d{3} \d{3} \d{4}|\d{3}-\d{3}-\d{4})[^\d-]", RegexOptions.NonBacktracking)]
    private static partial Regex TenDigits();

    private const string Month =
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
        + "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private const string DayMonth = @"\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?(?:\s*[/.-]\s*\d{1,2}\s*[/.-]\s*|[\s-]+(?:" + Month + @"),?[\s-]+)";

    [GeneratedRegex(
        @"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?|birthday)\s*(?:is|was|:)?\s*(?<it>"
            + DayMonth
            + @"(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex CuedBirth();

    [GeneratedRegex(
        @"[^\d/.-](?<it>" + DayMonth + @"(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})[^\d/-]",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex FullDate();

    /// <summary>"version 12.03.1956" is no birth; longer than the longest of these words with what stands around it.</summary>
    private const int LongestVersion = 12;

    [GeneratedRegex(@"\b(?:version|release|build|v)\.?\s?\z", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Version();

    [GeneratedRegex(
        @"\b(?<it>GIR ?0AA|ZZ99 ?[0-9][A-Z]{2}|[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPSTUW]|"
            + @"[A-HK-Y][0-9][ABEHMNPRVWXY]) ?[0-9][ABD-HJLNP-UW-Z]{2})\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Postcode();
}

/// <summary>A text with words in place of identifiers, and what was found, a kind for each.</summary>
public sealed record MaskedText(string Text, IReadOnlyList<string> Found);
