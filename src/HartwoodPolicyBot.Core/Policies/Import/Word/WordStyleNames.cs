using System.Globalization;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Knows what the names of styles say: Word's own in several languages, and those that people make up.</summary>
internal static partial class WordStyleNames
{
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five"];

    /// <summary>Returns the level of one of Word's own styles for headings; null for every other.</summary>
    public static int? OwnHeadingLevel(string name) =>
        Own().Match(name) is { Success: true } own ? int.Parse(own.Groups["level"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Returns the level of a style that people have named as one for headings, such as "Policy Heading 2" or "B Head".</summary>
    public static int? HeadingLevel(string name)
    {
        var words = name.Replace('_', ' ').Replace('-', ' ').Trim().ToLowerInvariant();
        if (OfSomethingElse().IsMatch(words))
        {
            return null;
        }

        if (Lettered().Match(words) is { Success: true } lettered)
        {
            return lettered.Groups["letter"].Value[0] - 'a' + 1;
        }

        if (!Short().IsMatch(words) && !Named().IsMatch(words))
        {
            return null;
        }

        var number = Digit().Match(words) is { Success: true } digit ? digit.Value[0] - '0' : Array.FindIndex(Numbers, words.EndsWith) + 1;
        return number > 0 ? number
            : words.Contains("sub", StringComparison.Ordinal) ? 2
            : 1;
    }

    /// <summary>Says whether a style is named as one below another, such as "Policy Sub".</summary>
    public static bool IsSub(string name) => Sub().IsMatch(name) && !OfSomethingElse().IsMatch(name.ToLowerInvariant());

    public static bool IsTitle(string name) => Title().IsMatch(name);

    /// <summary>Says whether a style is one of a list of contents.</summary>
    public static bool IsContents(string name) => Contents().IsMatch(name);

    [GeneratedRegex(
        @"^(?:heading|pennawd|überschrift|titre|título|titulo|titolo|kop|nagłówek|rubrik|overskrift|otsikko|nadpis|naslov|antraštė) "
            + @"?(?<level>[1-9])$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Own();

    [GeneratedRegex(@"^(?<letter>[a-e]) ?head(?:ing)?$")]
    private static partial Regex Lettered();

    [GeneratedRegex(@"^h ?[1-6]$")]
    private static partial Regex Short();

    [GeneratedRegex(@"(?:\b|sub)head(?:ing)?s?(?:\b|[1-9])|^(?:sub ?)?section title")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bsub\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sub();

    [GeneratedRegex(@"[1-9]")]
    private static partial Regex Digit();

    /// <summary>Matches styles for the heads of tables, pictures and pages.</summary>
    [GeneratedRegex(
        @"\b(?:tables?|figures?|columns?|rows?|contents|toc|index|cover|captions?|running|box|letterhead|message|page|lists?)\b"
    )]
    private static partial Regex OfSomethingElse();

    [GeneratedRegex(@"^(?:title|(?:document|policy|report|cover|main|front ?page)[ _-]?title)$", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^(?:toc [0-9]|toc heading|contents heading|contents [0-9]|table of figures|table of authorities|contents)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Contents();
}
