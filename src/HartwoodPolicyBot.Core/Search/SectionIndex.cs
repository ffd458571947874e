using System.Collections.Frozen;
using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Finds sections by the words of a question and their concepts, with BM25F over heading, clauses and phrasings. Words in
/// the heading count more, and rare words more than common ones.
/// </summary>
/// <remarks>Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.5.</remarks>
internal sealed class SectionIndex
{
    private const float Saturation = 1.2f;
    private const float HeadingWeight = 2.5f;
    private const float PhrasingWeight = 0.25f;
    private const float LengthWeight = 0.75f;

    /// <summary>The weight of a concept, lower than a word's because it is less exact.</summary>
    private const float ConceptWeight = 0.6f;

    private static readonly FrozenSet<string> Filler = (
        "a about after again all also am an and any anyone are as at be been before being but by can could did do does doing "
        + "dont for from get got had has have having he her here hers him his how i if im in into is isnt it its just let like "
        + "me my myself no nor not now of off on once one or our ours out over own please put really she should so some "
        + "someone something than that thats the their them then there these they thing this those through to too up us very "
        + "want was we were what whats when where which while who whos whom why will with would you your yours"
    )
        .Split(' ')
        .Select(Terms.Stem)
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<Term> terms = [];
    private readonly HashSet<int>[][] clauses;

    /// <summary>Builds the index.</summary>
    /// <param name="sections">The sections to find.</param>
    /// <param name="lexicon">The lexicon of concepts.</param>
    /// <param name="phrasings">The phrasings of each section by its id. Most documents have none.</param>
    public SectionIndex(
        IEnumerable<PolicySection> sections,
        Lexicon lexicon,
        IReadOnlyDictionary<string, IReadOnlyList<QuestionText>> phrasings
    )
    {
        Sections = [.. sections];
        clauses = new HashSet<int>[Sections.Count][];
        var fields = Sections
            .Select(
                (section, number) =>
                {
                    var ofClauses = section.Clauses.Select(clause => NumbersOf(QuestionText.Of(clause.Text, lexicon))).ToList();
                    clauses[number] = [.. ofClauses.Select(found => found.ToHashSet())];
                    return new[]
                    {
                        NumbersOf(QuestionText.Of(section.Heading, lexicon)),
                        [.. ofClauses.SelectMany(found => found)],
                        [.. phrasings.GetValueOrDefault(section.Id, []).SelectMany(NumbersOf)],
                    };
                }
            )
            .ToList();
        float[] weight = [HeadingWeight, 1, PhrasingWeight];
        var average = weight
            .Select((_, field) => Math.Max(1f, (float)fields.Select(section => section[field].Count).DefaultIfEmpty().Average()))
            .ToArray();
        for (var number = 0; number < Sections.Count; number++)
        {
            var frequencies = new Dictionary<int, float>();
            for (var field = 0; field < weight.Length; field++)
            {
                var length = field == 0 ? 1 : 1 - LengthWeight + (LengthWeight * fields[number][field].Count / average[field]);
                foreach (var term in fields[number][field])
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(frequencies, term, out _) += weight[field] / length;
                }
            }

            foreach (var (term, frequency) in frequencies)
            {
                terms[term].Postings.Add(new Posting(number, frequency / (Saturation + frequency)));
            }
        }

        foreach (var term in terms)
        {
            term.Rarity = Rarity(term.Postings.Count, term.IsConcept);
        }
    }

    public IReadOnlyList<PolicySection> Sections { get; }

    /// <summary>
    /// Returns the numbers of the known words and concepts of <paramref name="question"/>, each once, and how many are unknown.
    /// </summary>
    public IndexedQuestion Read(QuestionText question)
    {
        var known = new HashSet<int>();
        var unknown = 0;
        foreach (var term in TermsOf(question))
        {
            if (numbers.TryGetValue(term, out var number))
            {
                known.Add(number);
            }
            else
            {
                unknown++;
            }
        }

        return new IndexedQuestion(known, unknown);
    }

    /// <summary>
    /// Returns the score of each section, by its place in <see cref="Sections"/>. The score is 0 where nothing is shared.
    /// </summary>
    public float[] Score(IndexedQuestion question)
    {
        var scores = new float[Sections.Count];
        foreach (var number in question.Known)
        {
            var term = terms[number];
            foreach (var posting in CollectionsMarshal.AsSpan(term.Postings))
            {
                scores[posting.Section] += term.Rarity * posting.Weight;
            }
        }

        return scores;
    }

    /// <summary>Returns the score of a full match: of a section that holds every term about once.</summary>
    public float FullScore(IndexedQuestion question) =>
        (question.Known.Sum(number => terms[number].Rarity) + (question.Unknown * Rarity(0, false))) / (Saturation + 1);

    /// <summary>Returns how much each clause of a section shares with the question, from 0 to 1 for the one that shares most.</summary>
    public float[] ScoreClauses(int section, IndexedQuestion question)
    {
        var scores = new float[clauses[section].Length];
        for (var number = 0; number < scores.Length; number++)
        {
            foreach (var term in question.Known)
            {
                scores[number] += clauses[section][number].Contains(term) ? terms[term].Rarity : 0;
            }
        }

        var most = Math.Max(scores.Max(), float.Epsilon);
        foreach (ref var score in scores.AsSpan())
        {
            score /= most;
        }

        return scores;
    }

    private float Rarity(int holding, bool isConcept) =>
        (isConcept ? ConceptWeight : 1) * MathF.Log(1 + ((Sections.Count - holding + 0.5f) / (holding + 0.5f)));

    private List<int> NumbersOf(QuestionText text)
    {
        var found = new List<int>();
        foreach (var term in TermsOf(text))
        {
            if (!numbers.TryGetValue(term, out var number))
            {
                numbers.Add(term, number = terms.Count);
                terms.Add(new Term { IsConcept = term[0] == '@' });
            }

            found.Add(number);
        }

        return found;
    }

    private static IEnumerable<string> TermsOf(QuestionText text)
    {
        foreach (var stem in text.Stems)
        {
            if (!Filler.Contains(stem))
            {
                yield return stem;
            }
        }

        foreach (var concept in text.Concepts)
        {
            yield return concept;
        }
    }

    private sealed class Term
    {
        public bool IsConcept { get; init; }

        public float Rarity { get; set; }

        public List<Posting> Postings { get; } = [];
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Posting(int Section, float Weight);
}

/// <summary>A question as an index reads it: the numbers of the known terms, and how many are unknown.</summary>
internal sealed record IndexedQuestion(HashSet<int> Known, int Unknown);
