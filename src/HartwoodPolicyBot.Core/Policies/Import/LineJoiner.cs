using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Joins the lines of a paragraph, and decides whether a hyphen at the end of a line belongs to the word.</summary>
internal sealed partial class LineJoiner
{
    private static readonly string[] Prefixes =
    [
        "self",
        "well",
        "non",
        "co",
        "re",
        "pre",
        "anti",
        "ex",
        "long",
        "short",
        "part",
        "full",
        "day",
        "cross",
        "multi",
        "follow",
        "high",
        "low",
        "e",
        "one",
        "two",
        "three",
        "face",
        "up",
        "out",
        "on",
        "in",
        "all",
        "third",
        "first",
        "second",
        "decision",
        "evidence",
        "patient",
        "risk",
        "year",
    ];

    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool keepHyphen;

    /// <param name="lines">All lines: a word that is elsewhere with or without its hyphen is written like that.</param>
    /// <param name="keepHyphen">What to do where nothing tells.</param>
    public LineJoiner(IEnumerable<string> lines, bool keepHyphen)
    {
        this.keepHyphen = keepHyphen;
        foreach (var line in lines)
        {
            foreach (Match word in Word().Matches(line))
            {
                words.Add(word.Value);
            }
        }
    }

    public string Join(string before, string after)
    {
        if (before.Length == 0 || after.Length == 0)
        {
            return before + after;
        }

        if (before[^1] == '\u00AD')
        {
            return before[..^1] + after;
        }

        if (IsCutAddress(before, after))
        {
            return before + after;
        }

        if (before[^1] is not ('-' or '\u2010') || before.Length < 2 || !char.IsLetter(before[^2]) || !char.IsLetter(after[0]))
        {
            return $"{before} {after}";
        }

        var first = LastWord().Match(before[..^1]).Value;
        var second = Word().Match(after).Value;
        var isOneWord =
            words.Contains(first + second) ? true
            : words.Contains($"{first}-{second}") || first.Contains('-') || char.IsUpper(second[0]) ? false
            : !keepHyphen && !Array.Exists(Prefixes, prefix => prefix.Equals(first, StringComparison.OrdinalIgnoreCase));
        return isOneWord ? before[..^1] + after : before + after;
    }

    /// <summary>Says whether a line ends within a web or mail address, which programs cut at its signs.</summary>
    private static bool IsCutAddress(string before, string after) =>
        before[^1] is '/' or '-' or '_' or '?' or '=' or '&' or '.'
        && (char.IsLower(after[0]) || char.IsDigit(after[0]) || before[^1] != '.')
        && !SmallWord().IsMatch(after)
        && Address().IsMatch(before.AsSpan(before.LastIndexOf(' ') + 1));

    [GeneratedRegex(@"^[(<]?(?:https?://|www\.|[\w.+-]{1,256}@)")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:and|or|of|for|the|to|in|on|with|at|by|from|a|an|as|is|are|which|that)\s")]
    private static partial Regex SmallWord();

    /// <summary>Says whether a line ends in a word, such as "and" or "the", that leads on to the next.</summary>
    public static bool EndsInTheMiddle(string line) => LeadsOn().IsMatch(line);

    /// <summary>Says whether a line begins with a word, such as "and" or "OF", that leads on from the line before it.</summary>
    public static bool BeginsInTheMiddle(string line) => LeadsFrom().IsMatch(line);

    [GeneratedRegex(@"^(?:and|or|of|for|to|with|by|from|AND|OR|OF|FOR|TO|WITH|BY|FROM|&)\s")]
    private static partial Regex LeadsFrom();

    [GeneratedRegex(@"(?:\b(?:and|or|of|for|the|to|in|on|with|at|by|from|a|an|as|AND|OR|OF|FOR|THE|WITH)|[&,-])$")]
    private static partial Regex LeadsOn();

    [GeneratedRegex(@"\p{L}[\p{L}'’]{0,199}(?:-\p{L}[\p{L}'’]{0,199}){0,9}")]
    private static partial Regex Word();

    /// <summary>Matches the word at the end of a line, read from there: a paragraph can be long by the time a line joins it.</summary>
    [GeneratedRegex(@"[\p{L}'’-]{1,2000}$", RegexOptions.RightToLeft)]
    private static partial Regex LastWord();
}
