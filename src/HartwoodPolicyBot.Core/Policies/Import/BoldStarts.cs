using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Finds paragraphs whose first words are bold, such as "4.2 Scope. This policy applies …", which may be headings.</summary>
internal static partial class BoldStarts
{
    private const int Fewest = 2;

    /// <param name="blocks">What was found.</param>
    /// <param name="headings">The blocks that are headings already.</param>
    public static List<int> Find(IReadOnlyList<FoundBlock> blocks, IReadOnlySet<int> headings)
    {
        var starts = Enumerable
            .Range(0, blocks.Count)
            .Where(i =>
                !headings.Contains(i) && blocks[i] is { Kind: BlockKind.Paragraph, IsTitle: false, BoldStart: { } start } && Is(start)
            )
            .ToList();
        return starts.Count >= Fewest ? starts : [];
    }

    /// <summary>Says whether bold words end as a heading before text does, or have a number.</summary>
    private static bool Is(string start) =>
        start.Length > 0
        && HeadingLook.IsShort(start)
        && (start[^1] is '.' or ':' or '–' || PlainWords.NumberDepth(start) > 0)
        && !Warning().IsMatch(start);

    /// <summary>Matches words that people set in bold before a warning or a note.</summary>
    [GeneratedRegex(@"^(?:note|nb|n\.b\.|please note|important|warning|caution|remember|tip|example|e\.g\.)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}
