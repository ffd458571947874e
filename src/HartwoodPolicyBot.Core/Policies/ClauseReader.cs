using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Divides the blocks of one section into clauses: each bullet is a clause, and so is each sentence of a paragraph.</summary>
internal sealed partial class ClauseReader
{
    /// <summary>More letters than an abbreviation and the space before it have: no more are looked at.</summary>
    private const int LongestAbbreviation = 12;

    private static readonly string[] SelfExplaining = ["polic", "section", "document"];
    private readonly List<Clause> clauses = [];
    private int paragraph;

    public IReadOnlyList<Clause> Read => clauses;

    public void Add(Block block)
    {
        if (block is ListBlock list)
        {
            var introducedBy = clauses.Count > 0 && clauses[^1].Text.EndsWith(':') ? clauses[^1].Number : (int?)null;
            foreach (var item in list)
            {
                Add(PolicyParser.PlainText(item), true, introducedBy);
            }
        }
        else
        {
            var first = clauses.Count;
            foreach (var sentence in SentencesOf(PolicyParser.PlainText(block)))
            {
                Add(sentence, false, clauses.Count > first && !sentence.EndsWith(':') && PointsBack(sentence) ? clauses.Count - 1 : null);
            }
        }

        paragraph++;
    }

    private void Add(string text, bool isBullet, int? introducedBy)
    {
        if (text.Length > 0)
        {
            clauses.Add(new Clause(clauses.Count, text, isBullet, paragraph, introducedBy));
        }
    }

    internal static IEnumerable<string> SentencesOf(string text)
    {
        var from = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            var gap = end.Groups["gap"];
            var before = text.AsSpan(Math.Max(from, gap.Index - LongestAbbreviation), Math.Min(gap.Index - from, LongestAbbreviation));
            if (Abbreviation().IsMatch(before) || IsTitleOfAct(before, text.AsSpan(gap.Index + gap.Length)))
            {
                continue;
            }

            yield return text[from..gap.Index];
            from = gap.Index + gap.Length;
        }

        yield return text[from..];
    }

    /// <summary>
    /// Says whether "etc." ends no sentence, as in "Health and Safety at Work etc. Act 1974".
    /// </summary>
    private static bool IsTitleOfAct(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.EndsWith("Work etc.") || (before.EndsWith(" etc.") && Act().IsMatch(after));

    /// <summary>Says whether a sentence needs the one before it. "This includes…" does; "This policy…" doesn't.</summary>
    private static bool PointsBack(string sentence) =>
        Pronoun().Match(sentence) is { Success: true } pronoun
        && !Array.Exists(SelfExplaining, noun => sentence.AsSpan(pronoun.Length).StartsWith(noun, StringComparison.Ordinal));

    /// <summary>Matches white space after a full stop, question mark or exclamation mark and before a capital letter.</summary>
    [GeneratedRegex(@"[.!?][)”’""]?(?<gap>\s{1,99})[“‘""(]?\p{Lu}")]
    private static partial Regex SentenceEnd();

    /// <summary>Matches words that end in an abbreviation after which a sentence goes on.</summary>
    [GeneratedRegex(@"(?:^|[\s(])(?:e\.g|i\.e|cf|vs|viz|Mr|Mrs|Ms|Dr|Prof|Rev)\.$")]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"^Act (?:[0-9]{4}|\()")]
    private static partial Regex Act();

    [GeneratedRegex(@"^(?:This|These|That|Those|It|They)\s")]
    private static partial Regex Pronoun();
}
