using System.Runtime.InteropServices;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>
/// Finds the sections whose words are a question's words: BM25F over heading and clauses. The heading counts more, and
/// a rare word more than a common one.
/// </summary>
/// <remarks>Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.5.</remarks>
public sealed class SectionIndex
{
    private const double Saturation = 1.2;
    private const double HeadingWeight = 2.5;
    private const double ClauseLengthWeight = 0.75;

    private readonly IReadOnlyList<PolicySection> sections;
    private readonly Dictionary<string, List<Posting>> postings = new(StringComparer.Ordinal);
    private readonly Dictionary<Clause, HashSet<string>> clauseTerms = new(ReferenceEqualityComparer.Instance);
    private readonly double[] clauseLengths;
    private readonly double averageLength;

    public SectionIndex(IEnumerable<PolicySection> indexed)
    {
        sections = [.. indexed];
        clauseLengths = new double[sections.Count];
        for (var number = 0; number < sections.Count; number++)
        {
            var heading = Terms.Of(sections[number].Heading);
            var body = new List<string>();
            foreach (var clause in sections[number].Clauses)
            {
                var terms = Terms.Of(clause.Text);
                clauseTerms[clause] = terms.ToHashSet(StringComparer.Ordinal);
                body.AddRange(terms);
            }

            clauseLengths[number] = body.Count;
            foreach (var term in heading.Concat(body).Distinct())
            {
                var list = postings.TryGetValue(term, out var known) ? known : postings[term] = [];
                list.Add(new Posting(number, heading.Count(other => other == term), body.Count(other => other == term)));
            }
        }

        averageLength = sections.Count == 0 ? 1 : Math.Max(1, clauseLengths.Average());
    }

    /// <summary>The <paramref name="most"/> best sections with a word of the question, best first, each with its matching clauses.</summary>
    public IReadOnlyList<RankedSection> Rank(string question, int most)
    {
        var terms = Terms.Of(question).Distinct().ToList();
        var scores = new Dictionary<int, double>();
        foreach (var term in terms)
        {
            foreach (var posting in postings.GetValueOrDefault(term) ?? [])
            {
                scores[posting.Section] = scores.GetValueOrDefault(posting.Section) + Weight(term, posting);
            }
        }

        return [.. scores
            .OrderByDescending(score => score.Value).ThenBy(score => score.Key)
            .Take(most)
            .Select(score => new RankedSection(sections[score.Key], score.Value, Matching(sections[score.Key], terms)))];
    }

    /// <summary>How much of the question's weight the policy's vocabulary knows, from 0 to 1.</summary>
    public double Coverage(string question)
    {
        var terms = Terms.Of(question).Distinct().ToList();
        var all = terms.Sum(Rarity);
        return all == 0 ? 0 : terms.Where(postings.ContainsKey).Sum(Rarity) / all;
    }

    private double Rarity(string term)
    {
        var holding = postings.GetValueOrDefault(term)?.Count ?? 0;
        return Math.Log(1 + ((sections.Count - holding + 0.5) / (holding + 0.5)));
    }

    private double Weight(string term, Posting posting)
    {
        var length = 1 - ClauseLengthWeight + (ClauseLengthWeight * clauseLengths[posting.Section] / averageLength);
        var frequency = (HeadingWeight * posting.InHeading) + (posting.InClauses / length);
        return Rarity(term) * frequency / (Saturation + frequency);
    }

    /// <summary>The clauses that share most with the question, best first; the first clause where only the heading matched.</summary>
    private List<Clause> Matching(PolicySection section, IReadOnlyCollection<string> terms)
    {
        var scored = section.Clauses
            .Select(clause => (Clause: clause, Score: terms.Where(clauseTerms[clause].Contains).Sum(Rarity)))
            .OrderByDescending(scored => scored.Score).ThenBy(scored => scored.Clause.Number)
            .ToList();
        return scored[0].Score == 0
            ? [section.Clauses[0]]
            : [.. scored.TakeWhile(candidate => candidate.Score >= scored[0].Score / 2).Take(3).Select(candidate => candidate.Clause)];
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Posting(int Section, int InHeading, int InClauses);
}

/// <summary>A section that may answer a question.</summary>
/// <param name="Section">The section.</param>
/// <param name="Score">Comparable within one question only.</param>
/// <param name="Clauses">The clauses to quote, best first; at least one.</param>
public sealed record RankedSection(PolicySection Section, double Score, IReadOnlyList<Clause> Clauses);
