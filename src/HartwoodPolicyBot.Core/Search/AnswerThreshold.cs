using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Decides whether what was found is an answer. Apart from the ranking, so that each is measured by itself.</summary>
public sealed class AnswerThreshold(PolicyOptions options)
{
    /// <summary>A second or third section is cited only if it comes this near to the best.</summary>
    private const float NearBest = 0.5f;
    public const int MostCited = 3;

    /// <summary>The sections to cite, best first, at most three; none when the policies do not say.</summary>
    public IReadOnlyList<RankedSection> Cite(Ranking ranking) =>
        ranking.Sections.Count == 0 || ranking.Covered < options.LeastConfidence
            ? []
            : [.. ranking.Sections.TakeWhile(section => section.Score >= ranking.Sections[0].Score * NearBest).Take(MostCited)];
}
