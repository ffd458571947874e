using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Tests.Common;

/// <summary>No text that people send can make a pattern slow.</summary>
public sealed partial class PatternTests
{
    private const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const int MostTimes = 2_000;

    /// <summary>
    /// A pattern that can't backtrack takes time in proportion to the length of the text. So does one that reads only so much from
    /// each place.
    /// </summary>
    [Fact]
    public void A_pattern_cannot_backtrack_or_all_that_it_repeats_has_an_end()
    {
        var patterns = new[] { typeof(PatientIdentifiers).Assembly, typeof(ReportOffer).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(All))
            .Select(method => (Method: method, Pattern: method.GetCustomAttribute<GeneratedRegexAttribute>()))
            .Where(found => found.Pattern is not null)
            .ToList();

        Assert.True(patterns.Count >= 100, $"{patterns.Count} patterns were found");
        Assert.Empty(
            patterns
                .Where(found => !found.Pattern!.Options.HasFlag(RegexOptions.NonBacktracking))
                .SelectMany(found =>
                    Faults(found.Pattern!.Pattern, found.Pattern.Options)
                        .Select(fault => $"{found.Method.DeclaringType!.Name}.{found.Method.Name}: {fault}")
                )
        );
    }

    /// <summary>The test above would not see patterns of another kind.</summary>
    [Fact]
    public void No_type_keeps_a_pattern_that_is_not_checked()
    {
        var fields = new[] { typeof(PatientIdentifiers).Assembly, typeof(ReportOffer).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("HartwoodPolicyBot", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetFields(All))
            .Where(field => field.FieldType == typeof(Regex));

        Assert.Empty(fields.Select(field => $"{field.DeclaringType!.Name}.{field.Name}"));
    }

    [Theory]
    [InlineData("a*")]
    [InlineData("a+?")]
    [InlineData("a{2,}")]
    [InlineData("(?:ab)+")]
    [InlineData("(?<name>a|b)*")]
    [InlineData(@"[^\]*]+")]
    [InlineData(@"[]*]+")]
    [InlineData(@"\\*")]
    [InlineData(@"\p{L}+")]
    [InlineData("a{0,2001}")]
    [InlineData("(?:a{1,60}){0,60}")]
    [InlineData("(?:(?:ab{1,20}){1,20}|c){1,20}")]
    public void A_repetition_without_an_end_or_of_too_many_times_is_seen(string pattern) =>
        Assert.NotEmpty(Faults(pattern, RegexOptions.None));

    [Theory]
    [InlineData("a?")]
    [InlineData("a{4}")]
    [InlineData("a{0,2000}")]
    [InlineData("{a,}")]
    [InlineData("[*+]{1,3}")]
    [InlineData(@"[\]*]{1,3}")]
    [InlineData("[]*]{1,3}")]
    [InlineData("[^]*]{1,3}")]
    [InlineData("[a-z-[+]]{1,3}")]
    [InlineData(@"\+{1,3}")]
    [InlineData("(?:a{1,3} ){0,5}")]
    [InlineData("(?:a{1,40}b{1,40}){0,50}")]
    [InlineData("(?<=a{1,999})b{1,999}(?#*)")]
    public void A_repetition_that_has_an_end_is_no_fault(string pattern) => Assert.Empty(Faults(pattern, RegexOptions.None));

    [Fact]
    public void A_comment_in_a_pattern_repeats_nothing_and_a_space_does_not_hide_a_repetition()
    {
        Assert.Empty(Faults("a # b*\n[#]{1,3} \\#{1,3}", RegexOptions.IgnorePatternWhitespace));
        Assert.NotEmpty(Faults("(?: a{1,60} ) {0,60} # b", RegexOptions.IgnorePatternWhitespace));
        Assert.NotEmpty(Faults("# b*", RegexOptions.None));
    }

    /// <summary>Returns each repetition that has no end, or that can be read too many times with those inside it.</summary>
    private static List<string> Faults(string pattern, RegexOptions options)
    {
        var faults = new List<string>();

        // How often a part of each open group is read at the most, and how often the piece before a place is.
        var (groups, piece) = (new Stack<long>([1]), 1L);
        for (var at = 0; at < pattern.Length; )
        {
            if (Unread(pattern, at, options) is > 0 and var unread)
            {
                at += unread;
            }
            else if (Repetition().Match(pattern, at) is { Success: true } repetition)
            {
                var times = Times(repetition);
                piece *= Math.Max(1, times ?? 1);
                groups.Push(Math.Max(groups.Pop(), piece));
                if (times is null || piece > MostTimes)
                {
                    faults.Add($"{repetition.Value} after {pattern[..at]}");
                }

                at += repetition.Length;
            }
            else if (pattern[at] == ')')
            {
                piece = groups.Pop();
                groups.Push(Math.Max(groups.Pop(), piece));
                at++;
            }
            else
            {
                piece = 1;
                if (pattern[at] == '(')
                {
                    groups.Push(1);
                }

                at += Piece(pattern, at);
            }
        }

        Assert.Single(groups);
        return faults;
    }

    /// <summary>Returns the length of a comment, or of white space that is only there to be easier to read.</summary>
    private static int Unread(string pattern, int at, RegexOptions options)
    {
        if (pattern.AsSpan(at).StartsWith("(?#"))
        {
            return pattern.IndexOf(')', at) + 1 - at;
        }

        var isSpaced = options.HasFlag(RegexOptions.IgnorePatternWhitespace);
        return isSpaced && pattern[at] == '#' ? pattern[at..].Split('\n')[0].Length
            : isSpaced && char.IsWhiteSpace(pattern[at]) ? 1
            : 0;
    }

    /// <summary>Returns the length of one letter, escaped letter or class of letters, or of the beginning of a group.</summary>
    private static int Piece(string pattern, int at) =>
        pattern[at] switch
        {
            '\\' => 2,
            '[' => ClassLength(pattern, at),
            '(' when pattern[at + 1] == '?' => 2,
            _ => 1,
        };

    private static int ClassLength(string pattern, int start)
    {
        var at = start + (pattern[start + 1] == '^' ? 2 : 1);
        for (var first = at; pattern[at] != ']' || at == first; )
        {
            at +=
                pattern[at] == '\\' ? 2
                : pattern[at] == '[' && pattern[at - 1] == '-' && at > first ? ClassLength(pattern, at)
                : 1;
        }

        return at + 1 - start;
    }

    /// <summary>Returns how often a repetition reads its piece at the most; null where it has no end.</summary>
    private static int? Times(Match repetition) =>
        repetition.Value[0] == '?' ? 1
        : repetition.Groups["most"] is { Length: > 0 } most ? int.Parse(most.Value, CultureInfo.InvariantCulture)
        : repetition.Groups["exactly"] is { Length: > 0 } exactly ? int.Parse(exactly.Value, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"\G(?:[*+?]|\{(?:(?<exactly>[0-9]{1,9})|[0-9]{1,9},(?<most>[0-9]{0,9}))\})\??")]
    private static partial Regex Repetition();
}
