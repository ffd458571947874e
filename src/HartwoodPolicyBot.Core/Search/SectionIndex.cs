using System.Collections.Frozen;
using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Finds sections by the words of a question and their concepts, with BM25F over heading, clauses and phrasings. Words in
/// the heading count more, and rare words more than common ones.
/// </summary>
/// <remarks>Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.5.</remarks>
internal sealed class SectionIndex
{
    internal const float Saturation = 1.2f;

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

    private readonly Dictionary<ulong, int> numbers;
    private readonly float[] rarities;
    private readonly Posting[] postings;

    /// <summary>Where the postings of each term end. They begin where those of the term before it end.</summary>
    private readonly int[] ends;

    /// <summary>The terms of each clause of each section.</summary>
    private readonly int[][][] clauses;

    internal SectionIndex(
        IReadOnlyList<PolicySection> sections,
        Dictionary<ulong, int> numbers,
        float[] rarities,
        (Posting[] All, int[] Ends) postings,
        int[][][] clauses
    )
    {
        Sections = sections;
        this.numbers = numbers;
        this.rarities = rarities;
        (this.postings, ends) = postings;
        this.clauses = clauses;
    }

    public IReadOnlyList<PolicySection> Sections { get; }

    /// <summary>Builds the index.</summary>
    /// <param name="sections">The sections to find.</param>
    /// <param name="lexicon">The lexicon of concepts.</param>
    /// <param name="phrasings">The phrasings of each section by its id. Most documents have none.</param>
    public static SectionIndex Build(
        IEnumerable<PolicySection> sections,
        Lexicon lexicon,
        Dictionary<string, IReadOnlyList<QuestionText>> phrasings
    ) => new SectionIndexing([.. sections], lexicon).Build(phrasings);

    /// <summary>Reads what <see cref="Write"/> wrote. The terms of the clauses are read from the sections again.</summary>
    public static SectionIndex Read(LearnedReader from, IReadOnlyList<PolicySection> sections, Lexicon lexicon)
    {
        var terms = from.Array<ulong>();
        var known = new Dictionary<ulong, int>(terms.Length);
        for (var number = 0; number < terms.Length; number++)
        {
            known.Add(terms[number], number);
        }

        return new(
            sections,
            known,
            from.Array<float>(),
            (from.Array<Posting>(), from.Array<int>()),
            [.. sections.Select(section => section.Clauses.Select(clause => TermsOf(clause, lexicon, known)).ToArray())]
        );
    }

    public void Write(LearnedWriter to)
    {
        to.Array<ulong>(numbers.Keys.ToArray());
        to.Array<float>(rarities);
        to.Array<Posting>(postings);
        to.Array<int>(ends);
    }

    /// <summary>
    /// Returns the numbers of the known words and concepts of <paramref name="question"/>, each once, and how many are unknown.
    /// </summary>
    public IndexedQuestion Read(QuestionText question)
    {
        var known = new List<int>();
        var (unknown, words) = (0, 0);
        foreach (var term in TermsOf(question))
        {
            if (!numbers.TryGetValue(Key(term), out var number))
            {
                unknown++;
            }
            else if (!known.Contains(number))
            {
                known.Add(number);
                words += IsConcept(term) ? 0 : 1;
            }
        }

        return new IndexedQuestion(known, unknown, words);
    }

    /// <summary>
    /// Returns the score of each section, by its place in <see cref="Sections"/>. The score is 0 where nothing is shared.
    /// </summary>
    public float[] Score(IndexedQuestion question)
    {
        var scores = new float[Sections.Count];
        foreach (var number in question.Known)
        {
            foreach (var posting in PostingsOf(number))
            {
                scores[posting.Section] += rarities[number] * posting.Weight;
            }
        }

        return scores;
    }

    /// <summary>Returns the score of a full match: of a section that holds every term about once.</summary>
    public float FullScore(IndexedQuestion question) =>
        (question.Known.Sum(number => rarities[number]) + (question.Unknown * Rarity(Sections.Count, 0, false))) / (Saturation + 1);

    /// <summary>
    /// Returns how many words of a question a section has, and how much of the question they are, rare words more, from 0 to 1.
    /// </summary>
    public (int Words, float Part) Shared(int section, IndexedQuestion question)
    {
        var (count, shared) = (0, 0f);
        var all = question.Unknown * Rarity(Sections.Count, 0, false);
        for (var place = 0; place < question.Known.Count; place++)
        {
            var number = question.Known[place];
            all += rarities[number];
            if (PostingsOf(number).BinarySearch(new Place(section)) >= 0)
            {
                shared += rarities[number];
                count += place < question.KnownWords ? 1 : 0;
            }
        }

        return (count, shared / Math.Max(all, float.Epsilon));
    }

    /// <summary>Returns how much each clause of a section shares with the question, from 0 to 1 for the one that shares most.</summary>
    public float[] ScoreClauses(int section, IndexedQuestion question)
    {
        var scores = new float[clauses[section].Length];
        for (var number = 0; number < scores.Length; number++)
        {
            foreach (var term in question.Known)
            {
                scores[number] += clauses[section][number].Contains(term) ? rarities[term] : 0;
            }
        }

        var most = Math.Max(scores.Max(), float.Epsilon);
        foreach (ref var score in scores.AsSpan())
        {
            score /= most;
        }

        return scores;
    }

    /// <summary>Returns how rare a term is that some of the sections hold.</summary>
    internal static float Rarity(int sections, int holding, bool isConcept) =>
        (isConcept ? ConceptWeight : 1) * MathF.Log(1 + ((sections - holding + 0.5f) / (holding + 0.5f)));

    /// <summary>Returns the words and concepts of a text that count.</summary>
    internal static IEnumerable<string> TermsOf(QuestionText text)
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

    /// <summary>Returns the sections that hold a term, in the order of <see cref="Sections"/>.</summary>
    private ReadOnlySpan<Posting> PostingsOf(int number) => postings.AsSpan((number == 0 ? 0 : ends[number - 1])..ends[number]);

    private static bool IsConcept(string term) => term[0] == '@';

    internal static ulong Key(string term) => StableHash.Of('t', term);

    private static int[] TermsOf(Clause clause, Lexicon lexicon, Dictionary<ulong, int> numbers) =>
        [.. TermsOf(QuestionText.Of(clause.Text, lexicon)).Select(term => numbers.GetValueOrDefault(Key(term), -1)).Distinct()];

    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Posting(int Section, float Weight);

    /// <summary>Finds the posting of a section among those of a term.</summary>
    private readonly struct Place(int section) : IComparable<Posting>
    {
        public int CompareTo(Posting other) => section.CompareTo(other.Section);
    }
}

/// <summary>
/// Represents a question as an index reads it: the numbers of the known terms, each once, and how many are unknown. The first of the
/// known ones are words, the others concepts.
/// </summary>
internal sealed record IndexedQuestion(List<int> Known, int Unknown, int KnownWords);
