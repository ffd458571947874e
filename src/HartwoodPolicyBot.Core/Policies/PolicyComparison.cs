using DiffPlex;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Compares two texts of a policy, section by section.</summary>
/// <param name="Sections">
/// The sections of the later text in its order, then those of the earlier one that are gone.
/// </param>
public sealed record PolicyComparison(IReadOnlyList<SectionChange> Sections)
{
    /// <summary>The share of common words from which two sections with different headings count as one.</summary>
    private const double SameSection = 0.5;

    /// <summary>Returns how many sections have changed in this way.</summary>
    public int Count(SectionChangeKind kind) => Sections.Count(section => section.Kind == kind);

    /// <summary>Compares two texts. An earlier text that is null makes every section a new one.</summary>
    public static PolicyComparison Of(PolicyDocument? before, PolicyDocument after)
    {
        var pairs = Pairs(before?.Sections ?? [], after.Sections);
        var inOrder = InOrder([.. after.Sections.Select(section => pairs.GetValueOrDefault(section, -1)).Where(place => place >= 0)]);
        var changes = after.Sections.Select(section =>
            pairs.TryGetValue(section, out var place)
                ? Changed(before!.Sections[place], section, isMoved: !inOrder.Contains(place))
                : new SectionChange(SectionChangeKind.New, null, section, [])
        );
        var gone = (before?.Sections ?? [])
            .Where((_, place) => !pairs.ContainsValue(place))
            .Select(section => new SectionChange(SectionChangeKind.Gone, section, null, []));
        return new([.. changes, .. gone]);
    }

    /// <summary>Returns the section that holds most of the words of another one; null if none holds half of them.</summary>
    internal static PolicySection? HolderOf(PolicySection gone, IEnumerable<PolicySection> sections)
    {
        var words = WordsOf(gone);
        var best = sections
            .Select(section => (Section: section, Share: Common(words, WordsOf(section)) / (double)words.Count))
            .MaxBy(held => held.Share);
        return best.Section is not null && best.Share >= SameSection ? best.Section : null;
    }

    private static SectionChange Changed(PolicySection before, PolicySection after, bool isMoved)
    {
        var isSame = before.Clauses.Select(clause => clause.Text).SequenceEqual(after.Clauses.Select(clause => clause.Text));
        var kind =
            !isSame || before.Heading != after.Heading ? SectionChangeKind.Reworded
            : isMoved ? SectionChangeKind.Moved
            : SectionChangeKind.Unchanged;
        return new(kind, before, after, isSame ? [] : Words(before, after)) { IsMoved = isMoved };
    }

    /// <summary>Returns, for each section of the later text that was in the earlier one, its place there.</summary>
    private static Dictionary<PolicySection, int> Pairs(IReadOnlyList<PolicySection> before, IReadOnlyList<PolicySection> after)
    {
        var pairs = new Dictionary<PolicySection, int>(ReferenceEqualityComparer.Instance);
        var free = Enumerable.Range(0, before.Count).ToHashSet();
        foreach (var section in after)
        {
            if (free.FirstOrDefault(place => before[place].Anchor == section.Anchor, -1) is >= 0 and var place)
            {
                pairs[section] = place;
                free.Remove(place);
            }
        }

        // What is left may have been renamed: the sections with most in common are paired first.
        var words = free.ToDictionary(place => place, place => WordsOf(before[place]));
        var likely = after
            .Where(section => !pairs.ContainsKey(section))
            .SelectMany(section =>
            {
                var own = WordsOf(section);
                return free.Select(place => (section, place, share: 2.0 * Common(own, words[place]) / (own.Count + words[place].Count)));
            })
            .Where(pair => pair.share >= SameSection)
            .OrderByDescending(pair => pair.share)
            .ToList();
        foreach (var (section, place, _) in likely)
        {
            if (!pairs.ContainsKey(section) && free.Remove(place))
            {
                pairs[section] = place;
            }
        }

        return pairs;
    }

    /// <summary>Returns the longest run of places that rise; a section outside it has moved.</summary>
    private static HashSet<int> InOrder(List<int> places)
    {
        var (length, previous) = (new int[places.Count], new int[places.Count]);
        for (var place = 0; place < places.Count; place++)
        {
            (length[place], previous[place]) = (1, -1);
            for (var earlier = 0; earlier < place; earlier++)
            {
                if (places[earlier] < places[place] && length[earlier] >= length[place])
                {
                    (length[place], previous[place]) = (length[earlier] + 1, earlier);
                }
            }
        }

        var run = new HashSet<int>();
        for (var at = Array.IndexOf(length, length.DefaultIfEmpty().Max()); at >= 0; at = previous[at])
        {
            run.Add(places[at]);
        }

        return run;
    }

    private static List<string> WordsOf(PolicySection section) =>
        [.. section.Clauses.SelectMany(clause => clause.Text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static int Common(List<string> one, List<string> other)
    {
        var counts = one.CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        return other.CountBy(word => word).Sum(word => Math.Min(word.Value, counts.GetValueOrDefault(word.Key)));
    }

    private static List<ChangedWords> Words(PolicySection before, PolicySection after)
    {
        var (old, now) = (TextOf(before), TextOf(after));
        var diff = Differ.Instance.CreateWordDiffs(old, now, ignoreWhitespace: false, [' ', '\n']);
        var words = new List<ChangedWords>();
        var place = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(words, WordChange.Kept, diff.PiecesNew, place, block.InsertStartB);
            Add(words, WordChange.Struck, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(words, WordChange.Added, diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            place = block.InsertStartB + block.InsertCountB;
        }

        Add(words, WordChange.Kept, diff.PiecesNew, place, diff.PiecesNew.Count);
        return words;
    }

    private static string TextOf(PolicySection section) => string.Join('\n', section.Clauses.Select(clause => clause.Text));

    private static void Add(List<ChangedWords> words, WordChange change, IReadOnlyList<string> pieces, int from, int to)
    {
        if (to > from)
        {
            words.Add(new(change, string.Concat(pieces.Skip(from).Take(to - from))));
        }
    }
}

/// <summary>Says what became of one section.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The section in the earlier text; null for a new one.</param>
/// <param name="After">The section in the later text; null for one that is gone.</param>
/// <param name="Words">All its words, with those that were struck and added; empty where no word has changed.</param>
public sealed record SectionChange(SectionChangeKind Kind, PolicySection? Before, PolicySection? After, IReadOnlyList<ChangedWords> Words)
{
    /// <summary>Whether it comes before or after other sections than it did.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Whether its heading has changed.</summary>
    public bool IsRenamed => Before is not null && After is not null && Before.Heading != After.Heading;

    public string Heading => (After ?? Before)!.Heading;
}

/// <summary>Holds some words that follow each other, and whether they were struck or added.</summary>
public sealed record ChangedWords(WordChange Change, string Text);

/// <summary>Says whether words are in both texts.</summary>
public enum WordChange
{
    Kept,
    Struck,
    Added,
}

/// <summary>Says what became of a section.</summary>
public enum SectionChangeKind
{
    Unchanged,
    Reworded,
    Moved,
    New,
    Gone,
}
