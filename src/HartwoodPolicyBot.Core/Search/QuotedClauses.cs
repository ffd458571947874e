using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Chooses which clauses of a section are quoted: all of a short section, and of a long one those that may answer.</summary>
internal static class QuotedClauses
{
    private const int MostWhole = 5;
    private const int LongestWhole = 600;

    /// <summary>The most clauses of a long section that may answer. What they can't be read without comes with them.</summary>
    private const int Most = 3;

    /// <summary>The share of the best score that another clause of a long section needs.</summary>
    private const float NearBest = 0.1f;

    /// <summary>Returns the clauses to quote: first the one that answers, then the others.</summary>
    /// <param name="section">The section.</param>
    /// <param name="scores">How well each clause answers, by its number.</param>
    public static IReadOnlyList<Clause> Of(PolicySection section, float[] scores)
    {
        var best = section.Clauses.MaxBy(clause => scores[clause.Number])!;
        var least = scores[best.Number] * NearBest;
        var others = IsShort(section)
            ? section.Clauses
            : section
                .Clauses.Where(clause => scores[clause.Number] > 0 && scores[clause.Number] >= least)
                .OrderByDescending(clause => scores[clause.Number])
                .Take(Most);
        return [best, .. section.WithContext(others.Append(best)).Where(clause => clause.Number != best.Number)];
    }

    private static bool IsShort(PolicySection section) =>
        section.Clauses.Count <= MostWhole || section.Clauses.Sum(clause => clause.Text.Length) <= LongestWhole;
}
