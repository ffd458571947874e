using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>
/// Finds the titles of parts such as "Appendix A" that are on the next line. Where several headings are in the part, the first of them
/// is no title.
/// </summary>
internal static partial class PartTitles
{
    /// <summary>Says whether a line is only the name of a part, such as "Appendix A:".</summary>
    public static bool IsOnlyPart(string text) => OnlyPart().IsMatch(text);

    /// <summary>Returns the block that is the title of each such heading.</summary>
    /// <param name="blocks">What was found.</param>
    /// <param name="levels">The level of each heading, by the number of its block.</param>
    /// <param name="isMarked">Whether the file says which they are.</param>
    public static Dictionary<int, int> Find(IReadOnlyList<FoundBlock> blocks, IReadOnlyDictionary<int, int> levels, bool isMarked)
    {
        var ordered = levels.Keys.Order().ToList();
        return ordered.Where((_, at) => IsTitled(at)).ToDictionary(i => i, i => i + 1);

        bool IsTitled(int at)
        {
            var (part, title) = (ordered[at], ordered[at] + 1);
            return OnlyPart().IsMatch(blocks[part].Text)
                && levels.ContainsKey(title)
                && title + 1 < blocks.Count
                && blocks[title] is { IsNumbered: false, Text: [.., not ':'] words }
                && PlainWords.NumberDepth(words) == 0
                && !PlainWords.StartsWithListNumber(words)
                && (isMarked ? IsAlike(at) || IsOnlyOne(at) : IsAlike(at) || levels[title] < levels[part] || IsOnlyOne(at));
        }

        bool IsAlike(int at) => levels[ordered[at]] == levels[ordered[at + 1]];

        // What comes next is on the part's own level, or nothing does.
        bool IsOnlyOne(int at) =>
            levels[ordered[at + 1]] > levels[ordered[at]]
            && (at + 2 == ordered.Count || levels[ordered[at + 2]] != levels[ordered[at + 1]]);
    }

    [GeneratedRegex(
        @"^(?:Appendix|Annexe?|Schedule|Part|Section|Chapter)\s+(?:[A-Z]|[0-9]{1,2}|[IVX]{1,4})\s?[:.\u2013-]?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OnlyPart();
}
