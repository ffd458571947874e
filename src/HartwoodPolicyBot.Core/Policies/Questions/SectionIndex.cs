using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace HartwoodPolicyBot.Core.Policies.Questions;

/// <summary>
/// Finds the sections whose words, or the concepts behind them, are a question's: BM25F over heading, clauses and
/// phrasings. The heading counts more, and a rare word more than a common one.
/// </summary>
/// <remarks>Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.5.</remarks>
public sealed class SectionIndex
{
    private const float Saturation = 1.2f;
    private const float HeadingWeight = 2.5f;
    private const float PhrasingWeight = 0.25f;
    private const float LengthWeight = 0.75f;

    /// <summary>A concept says less than the word itself.</summary>
    private const float ConceptWeight = 0.6f;
    private const char ConceptMark = '@';

    private static readonly FrozenSet<string> Filler = (
        "a about after again all also am an and any anyone are as at be been before being but by can could did do does doing "
        + "dont for from get got had has have having he her here hers him his how i if im in into is isnt it its just let like "
        + "me my myself no nor not now of off on once one or our ours out over own please put really she should so some "
        + "someone something than that thats the their them then there these they thing this those through to too up us very "
        + "want was we were what whats when where which while who whos whom why will with would you your yours")
        .Split(' ').Select(Terms.Stem).ToFrozenSet(StringComparer.Ordinal);

    private readonly Lexicon lexicon;
    private readonly IReadOnlyList<PolicySection> sections;
    private readonly Dictionary<string, List<Posting>> postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>[]> clauseTerms = new(StringComparer.Ordinal);

    /// <param name="indexed">The sections to find.</param>
    /// <param name="lexicon">The concepts.</param>
    /// <param name="phrasings">Section id to the ways in which it is asked about; none for most documents.</param>
    public SectionIndex(IEnumerable<PolicySection> indexed, Lexicon lexicon, IReadOnlyDictionary<string, IReadOnlyList<string>> phrasings)
    {
        this.lexicon = lexicon;
        sections = [.. indexed];
        var fields = sections.Select(section => new[]
        {
            TermsOf(section.Heading),
            TermsOf(string.Join(' ', section.Clauses.Select(clause => clause.Text))),
            TermsOf(string.Join(' ', phrasings.GetValueOrDefault(section.Id, []))),
        }).ToList();
        var average = Enumerable.Range(0, 3).Select(field => Math.Max(1f, (float)fields.Select(section => section[field].Count).DefaultIfEmpty().Average())).ToArray();
        float[] weight = [HeadingWeight, 1, PhrasingWeight];
        for (var number = 0; number < sections.Count; number++)
        {
            clauseTerms[sections[number].Id] = [.. sections[number].Clauses.Select(clause => TermsOf(clause.Text).ToHashSet(StringComparer.Ordinal))];
            var frequencies = new Dictionary<string, float>(StringComparer.Ordinal);
            for (var field = 0; field < 3; field++)
            {
                var length = field == 0 ? 1 : 1 - LengthWeight + (LengthWeight * fields[number][field].Count / average[field]);
                foreach (var term in fields[number][field])
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(frequencies, term, out _) += weight[field] / length;
                }
            }

            foreach (var (term, frequency) in frequencies)
            {
                var list = postings.TryGetValue(term, out var known) ? known : postings[term] = [];
                list.Add(new Posting(number, frequency / (Saturation + frequency)));
            }
        }
    }

    public IReadOnlyList<PolicySection> Sections => sections;

    /// <summary>The words and concepts of <paramref name="question"/>, each once.</summary>
    public HashSet<string> Read(string question) => TermsOf(question).ToHashSet(StringComparer.Ordinal);

    /// <summary>The score of each section, by its number in <see cref="Sections"/>; zero where nothing is shared.</summary>
    public float[] Score(HashSet<string> terms)
    {
        var scores = new float[sections.Count];
        foreach (var term in terms)
        {
            if (postings.TryGetValue(term, out var list))
            {
                var rarity = Rarity(term);
                foreach (var posting in CollectionsMarshal.AsSpan(list))
                {
                    scores[posting.Section] += rarity * posting.Weight;
                }
            }
        }

        return scores;
    }

    /// <summary>The score of a section that holds every term about once: what a full match reaches.</summary>
    public float FullScore(HashSet<string> terms) => terms.Sum(Rarity) / (Saturation + 1);

    /// <summary>The clauses that share most with the question, best first; the first clause where none shares anything.</summary>
    public IReadOnlyList<Clause> Matching(PolicySection section, HashSet<string> terms)
    {
        const int Most = 3;
        var scored = section.Clauses
            .Select(clause => (Clause: clause, Score: clauseTerms[section.Id][clause.Number].Where(terms.Contains).Sum(Rarity)))
            .OrderByDescending(scored => scored.Score).ThenBy(scored => scored.Clause.Number)
            .ToList();
        return scored[0].Score == 0
            ? [section.Clauses[0]]
            : [.. scored.TakeWhile(candidate => candidate.Score >= scored[0].Score / 2).Take(Most).Select(candidate => candidate.Clause)];
    }

    private float Rarity(string term)
    {
        var holding = postings.TryGetValue(term, out var list) ? list.Count : 0;
        var rarity = MathF.Log(1 + ((sections.Count - holding + 0.5f) / (holding + 0.5f)));
        return term[0] == ConceptMark ? ConceptWeight * rarity : rarity;
    }

    private List<string> TermsOf(string text)
    {
        var stems = Terms.Of(text);
        return [.. stems.Where(stem => !Filler.Contains(stem)), .. lexicon.In(stems).Select(concept => ConceptMark + concept)];
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Posting(int Section, float Weight);
}
