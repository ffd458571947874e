using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>
/// Ranks with BM25 as in the textbook (k1 1.2, b 0.75) over heading and text as one, as a comparison. SQLite's BM25 gives no weight
/// to a word that is in half of the sections, and with only eighteen sections that is many words.
/// </summary>
internal sealed class PlainBm25
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;
    private readonly Func<string, string> form;
    private readonly List<(string Id, Dictionary<string, int> Counts, int Length)> sections;
    private readonly Dictionary<string, int> holding;
    private readonly double average;

    /// <param name="sections">The sections to search.</param>
    /// <param name="form">The form of a word that is compared: the word or its stem.</param>
    public PlainBm25(IEnumerable<PolicySection> sections, Func<string, string> form)
    {
        this.form = form;
        this.sections =
        [
            .. sections.Select(section =>
            {
                var words = Terms
                    .Words($"{section.Heading} {string.Join(' ', section.Clauses.Select(clause => clause.Text))}")
                    .ConvertAll(word => form(word));
                return (section.Id, words.CountBy(word => word).ToDictionary(StringComparer.Ordinal), words.Count);
            }),
        ];
        holding = this.sections.SelectMany(section => section.Counts.Keys).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        average = this.sections.Average(section => section.Length);
    }

    /// <summary>Returns the ids of the three best sections that share a word with the question, best first.</summary>
    public IReadOnlyList<string> Rank(string question)
    {
        var words = Terms.Words(question).Select(form).Where(holding.ContainsKey).Distinct().ToList();
        return
        [
            .. sections
                .Select(section =>
                    (section.Id, Score: words.Sum(word => Score(section.Counts.GetValueOrDefault(word), section.Length, holding[word])))
                )
                .Where(found => found.Score > 0)
                .OrderByDescending(found => found.Score)
                .Take(3)
                .Select(found => found.Id),
        ];
    }

    private double Score(int count, int length, int sectionsHolding) =>
        Math.Log(1 + ((sections.Count - sectionsHolding + 0.5) / (sectionsHolding + 0.5)))
        * count
        * (Saturation + 1)
        / (count + (Saturation * (1 - LengthWeight + (LengthWeight * length / average))));
}
