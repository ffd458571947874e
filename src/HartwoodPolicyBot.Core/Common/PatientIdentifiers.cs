using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Finds text that could identify a patient and replaces it with a word for its kind. It recognises numbers, addresses and
/// dates. It can't recognise names, so people are also asked not to write them. The time it takes is proportional to the
/// length of the text, which the endpoint limits, so every text can be masked.
/// </summary>
/// <remarks>
/// Sources: NHS number: NHS Data Dictionary, check digit modulus 11. Postcodes: Royal Mail's published patterns, and the
/// NHS pseudo-postcode area ZZ99. Phones: Ofcom's number ranges.
/// </remarks>
public static partial class PatientIdentifiers
{
    /// <summary>A date at least this many years ago is more likely a date of birth than the date of an event.</summary>
    private const int YearsBackIsBirth = 12;

    private static readonly string[] Words = [.. IdentifierKinds.All.Select(kind => $"[{kind}]")];
    private static readonly SearchValues<char> Telling = SearchValues.Create("0123456789@");

    /// <summary>Masks patient identifiers and says which kinds were found.</summary>
    /// <param name="text">Any text that a person wrote.</param>
    /// <param name="today">Today's date, to tell a date of birth from a recent date.</param>
    /// <returns>
    /// The text with "[NHS number]", "[phone number]", "[postcode]", "[date of birth]" and "[email]" in place of identifiers,
    /// and the kinds that were found.
    /// </returns>
    public static MaskedText Check(string text, DateOnly today)
    {
        var masked = Mask(text, today);
        return new(
            masked,
            [.. Words.SelectMany(word => Enumerable.Repeat(word[1..^1], Math.Max(0, Count(masked, word) - Count(text, word))))]
        );
    }

    /// <summary>
    /// Returns the kinds that are hidden in a text that was masked before, each as often as it is hidden: the text may have been
    /// masked on an earlier card, which said nothing of it.
    /// </summary>
    public static IReadOnlyList<string> HiddenIn(string masked) =>
        [.. Words.SelectMany(word => Enumerable.Repeat(word[1..^1], Count(masked, word)))];

    /// <summary>Returns the masked text of <see cref="Check"/>, without the kinds.</summary>
    public static string Mask(string text, DateOnly today)
    {
        text = InAsciiDigits(text);

        // Every identifier holds a digit or an @, and most questions hold neither.
        if (!text.AsSpan().ContainsAny(Telling))
        {
            return text;
        }

        // The patterns need a character before and after an identifier. The added spaces give them one at the start and the end of the
        // text.
        text = $" {text} ";
        text = Replace(Email(), text, _ => $"[{IdentifierKinds.Email}]", WebLinks.In(text));
        text = Replace(CuedNhsNumber(), text, _ => $"[{IdentifierKinds.NhsNumber}]");
        text = Replace(Phone(), text, found => LooksLikePhone(found.Value) ? $"[{IdentifierKinds.PhoneNumber}]" : found.Value);
        text = Replace(
            TenDigits(),
            text,
            found => IsGrouped(found.Value) || HasNhsCheckDigit(found.Value) ? $"[{IdentifierKinds.NhsNumber}]" : found.Value
        );
        text = Replace(CuedBirth(), text, _ => $"[{IdentifierKinds.DateOfBirth}]");
        text = Replace(
            FullDate(),
            text,
            found => IsLongAgo(found.Value, today) ? $"[{IdentifierKinds.DateOfBirth}]" : found.Value,
            at => Version().IsMatch(text.AsSpan(Math.Max(0, at - LongestVersion), Math.Min(at, LongestVersion))) ? at + 1 : null
        );
        return Replace(Postcode(), text, found => IsOrdinal(found.Value) ? found.Value : $"[{IdentifierKinds.Postcode}]")[1..^1];
    }

    /// <summary>
    /// Replaces what the group "it" finds. A pattern also reads the characters before and after "it", to check that "it" is a
    /// whole word. Those characters may belong to the next match, so the search goes on right after "it".
    /// </summary>
    /// <param name="pattern">The pattern, with the group "it".</param>
    /// <param name="text">The text to search.</param>
    /// <param name="word">Returns what replaces a match.</param>
    /// <param name="goOnAt">
    /// Returns where the search goes on if no match may begin at a place; null if one may. It is asked for ascending places.
    /// </param>
    private static string Replace(Regex pattern, string text, Func<Group, string> word, Func<int, int?>? goOnAt = null)
    {
        var masked = new StringBuilder();
        var kept = 0;
        var found = pattern.Match(text);
        while (found.Success)
        {
            var it = found.Groups["it"];
            if (goOnAt?.Invoke(it.Index) is not { } next)
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

    /// <summary>Converts digits of any script to ASCII digits, so that ٠ or ０ can't hide a number.</summary>
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

    /// <summary>
    /// Checks the modulus 11 check digit, with weights 10 to 2. A number that would need the check digit 10 isn't an NHS
    /// number.
    /// </summary>
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

    /// <summary>
    /// Says whether the match is an ordinal after a desk or room number ("E12 3rd floor"). In a real postcode, both halves are
    /// written in the same case.
    /// </summary>
    private static bool IsOrdinal(string found) =>
        char.IsAsciiLetterLower(found[^1])
        && char.IsAsciiLetterUpper(found[0])
        && found[^3..] is "1st" or "2nd" or "3rd" or [>= '4' and <= '9' or '0', 't', 'h'];

    private static bool LooksLikePhone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return text.TrimStart('(').StartsWith('0') ? digits is 10 or 11 or 13 or 14 or 15 : digits is >= 11 and <= 13;
    }

    /// <summary>
    /// Says whether the date is old enough for a date of birth. The year is at one end: four digits at the start, or four or
    /// two at the end.
    /// </summary>
    private static bool IsLongAgo(string date, DateOnly today)
    {
        var first = date.TakeWhile(char.IsAsciiDigit).Count();
        var last = date.Reverse().TakeWhile(char.IsAsciiDigit).Count();
        var year = int.Parse(first == 4 ? date[..4] : date[^last..], CultureInfo.InvariantCulture);
        year = year < 100 ? year + (year > today.Year % 100 ? 1900 : 2000) : year;
        return year >= 1900 && year <= today.Year - YearsBackIsBirth;
    }

    // The time stays proportional to the length: these patterns repeat nothing without an end, or can't backtrack; a test checks this.
    // Those that take any number of spaces can't backtrack, so that no gap hides an identifier. All match the neighbouring characters
    // outside the group "it".

    [GeneratedRegex(@"\b(?<it>[\w.+-]{1,256}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,16})\b")]
    private static partial Regex Email();

    [GeneratedRegex(
        @"\bNHS(?:\s*(?:no|num|number|#))?\b\.?\s*(?:is|was)?\s*[:#]?\s*(?<it>\d(?:[ -]?\d){7,10})\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex CuedNhsNumber();

    [GeneratedRegex(
        @"\D(?<it>(?:\+44[\s.-]?(?:\(0\)[\s.-]?)?|0044[\s.-]?(?:\(0\)[\s.-]?)?|\(?0)\d(?:[\s().-]{0,2}\d){8,10})(?:[^\d-]|-\D)"
    )]
    private static partial Regex Phone();

    [GeneratedRegex(@"[^\d-](?<it>\d{10}|\d{3} \d{3} \d{4}|\d{3}-\d{3}-\d{4})[^\d-]")]
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

    /// <summary>
    /// How far before a date to look for a word such as "version": "version 12.03.1956" isn't a date of birth. Longer than the
    /// longest such word and the characters around it.
    /// </summary>
    private const int LongestVersion = 12;

    [GeneratedRegex(@"\b(?:version|release|build|v)\.?\s?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Version();

    [GeneratedRegex(
        @"\b(?<it>GIR ?0AA|ZZ99 ?[0-9][A-Z]{2}|[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPSTUW]|"
            + @"[A-HK-Y][0-9][ABEHMNPRVWXY]) ?[0-9][ABD-HJLNP-UW-Z]{2})\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Postcode();
}

/// <summary>Represents a text with identifiers replaced, and each kind that was found, once.</summary>
public sealed record MaskedText(string Text, IReadOnlyList<string> Found);
