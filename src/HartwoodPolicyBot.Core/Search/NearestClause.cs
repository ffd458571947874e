using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Finds the clause that says now what a clause of an earlier version said.</summary>
internal static class NearestClause
{
    /// <summary>The share of the earlier words that the nearest clause must have.</summary>
    private const double NearEnough = 0.6;

    /// <summary>Returns the clause of the section that has most of these words; null if none has enough of them.</summary>
    public static Clause? To(string earlier, PolicySection section)
    {
        var words = Terms.Of(earlier).ToHashSet(StringComparer.Ordinal);
        var nearest = section
            .Clauses.Select(clause => (Clause: clause, Share: words.Count(Terms.Of(clause.Text).Contains) / Math.Max(1.0, words.Count)))
            .MaxBy(clause => clause.Share);
        return section.Clauses.Count == 1 || nearest.Share >= NearEnough ? nearest.Clause : null;
    }
}
