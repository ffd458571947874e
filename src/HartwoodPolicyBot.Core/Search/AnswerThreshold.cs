using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Decides whether the ranked sections answer a question. It is separate from the ranking so that each can be measured
/// alone.
/// </summary>
public sealed class AnswerThreshold(PolicyOptions options)
{
    /// <summary>The least share of the best section's score at which a second or third section is quoted too.</summary>
    private const float NearBest = 0.25f;
    public const int MostCited = 3;

    /// <summary>Returns the sections to quote, best first, at most three; empty when the policies don't cover the question.</summary>
    public IReadOnlyList<RankedSection> Cite(Ranking ranking) =>
        ranking.Sections.Count == 0 || ranking.Covered < options.LeastConfidence
            ? []
            : [.. ranking.Sections.TakeWhile(section => section.Score >= ranking.Sections[0].Score * NearBest).Take(MostCited)];
}
