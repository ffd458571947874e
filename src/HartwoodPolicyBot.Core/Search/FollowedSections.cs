using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Holds the sections that were learned, each as it is in the policies in force now: renamed, reworded, or gone. It lets the bot answer
/// from a new version at once, with what it learned from the one before.
/// </summary>
internal sealed class FollowedSections
{
    /// <summary>The share of their words from which a clause is another one reworded.</summary>
    private const float LeastShared = 0.5f;
    private readonly IReadOnlyList<PolicySection> learned;
    private readonly PolicySection?[] now;

    /// <summary>For each clause of each section of now, the number of the clause that was learned for it; null for a new one.</summary>
    private readonly int?[]?[] learnedFor;

    public FollowedSections(IReadOnlyList<PolicySection> learned, PolicyLibrary library)
    {
        this.learned = learned;
        now =
        [
            .. learned.Select(section => library.Document(section.DocumentSlug)?.Sections.FirstOrDefault(next => IsSame(section, next))),
        ];
        learnedFor = [.. now.Select((next, place) => next is null ? null : LearnedFor(next, learned[place]))];
    }

    /// <summary>Returns the learned section at a place as it is now; null where it is gone.</summary>
    public PolicySection? this[int place] => now[place];

    /// <summary>Returns whether a section of now is one that was learned.</summary>
    public bool Contains(PolicySection section) => now.Contains(section);

    /// <summary>Returns what a clause that was learned is called now; null if no section says it any more.</summary>
    public ClauseId? Of(ClauseId clause)
    {
        for (var place = 0; place < learned.Count; place++)
        {
            var section = learned[place];
            if (section.Id == clause.SectionId && now[place] is { } next && clause.Number < section.Clauses.Count)
            {
                return next.Clauses.FirstOrDefault(same => same.Text == section.Clauses[clause.Number].Text) is { } same
                    ? new(next.Id, same.Number)
                    : null;
            }
        }

        return null;
    }

    /// <summary>
    /// Returns the scores of the clauses of the section at a place as they are now: those that they had as they were learned. A clause
    /// that was reworded answers what it answered.
    /// </summary>
    public float[] Scores(int place, float[] scores) =>
        [.. learnedFor[place]!.Select(number => number is { } clause ? scores[clause] : float.Epsilon)];

    private static int?[] LearnedFor(PolicySection next, PolicySection learned)
    {
        var same = next.Clauses.Select(clause => learned.Clauses.FirstOrDefault(old => old.Text == clause.Text)?.Number).ToArray();
        var left = learned.Clauses.Where(old => !same.Contains(old.Number)).Select(old => (old.Number, Words: Terms.Of(old.Text))).ToList();
        return [.. same.Select((number, clause) => number ?? Nearest(Terms.Of(next.Clauses[clause].Text), left))];
    }

    /// <summary>Returns the number of the clause that shares most words; null where none shares half of them.</summary>
    private static int? Nearest(List<string> words, List<(int Number, List<string> Words)> clauses) =>
        clauses
            .Select(clause => (Number: (int?)clause.Number, Share: Share(words, clause.Words)))
            .Where(clause => clause.Share >= LeastShared)
            .OrderByDescending(clause => clause.Share)
            .FirstOrDefault()
            .Number;

    private static float Share(List<string> words, List<string> others) =>
        (float)words.Intersect(others, StringComparer.Ordinal).Count() / Math.Max(1, words.Union(others, StringComparer.Ordinal).Count());

    private static bool IsSame(PolicySection learned, PolicySection next) => learned.KnownAs.Any(next.KnownAs.Contains);
}
