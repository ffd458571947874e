using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>When the policies are said to answer a question: section <c>Policies</c> of the configuration.</summary>
public sealed class PolicyOptions
{
    /// <summary>Where the policies lie; a relative path is taken from the program's own folder.</summary>
    [Required]
    public string Folder { get; set; } = "Content/Policies";

    /// <summary>The least score of the best section.</summary>
    [Range(0, 100)]
    public double LeastScore { get; set; } = 1.6;

    /// <summary>The least share of the question's weight that the policies' words make up, from 0 to 1.</summary>
    [Range(0, 1)]
    public double LeastCoverage { get; set; } = 0.34;
}

/// <summary>Decides whether what was found is an answer. Apart from the ranking, so that each is measured by itself.</summary>
public sealed class Abstention(PolicyOptions options)
{
    /// <summary>A second or third section is cited only if it comes this near to the best.</summary>
    private const double NearBest = 0.7;
    public const int MostCited = 3;

    /// <summary>The sections to cite, best first, at most three; none when the policies do not say.</summary>
    public IReadOnlyList<RankedSection> Cite(IReadOnlyList<RankedSection> ranked, double coverage) =>
        ranked.Count == 0 || ranked[0].Score < options.LeastScore || coverage < options.LeastCoverage
            ? []
            : [.. ranked.TakeWhile(section => section.Score >= ranked[0].Score * NearBest).Take(MostCited)];
}
