using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Builds a <see cref="SectionIndex"/> from the texts of sections and their phrasings.</summary>
internal sealed class SectionIndexing(IReadOnlyList<PolicySection> sections, Lexicon lexicon)
{
    private const float HeadingWeight = 2.5f;
    private const float PhrasingWeight = 0.25f;
    private const float LengthWeight = 0.75f;
    private static readonly float[] Weights = [HeadingWeight, 1, PhrasingWeight];

    private readonly Dictionary<ulong, int> numbers = [];
    private readonly List<Term> terms = [];

    public SectionIndex Build(Dictionary<string, IReadOnlyList<QuestionText>> phrasings)
    {
        var clauses = new int[sections.Count][][];
        var fields = sections
            .Select(
                (section, number) =>
                {
                    var ofClauses = section.Clauses.Select(clause => NumbersOf(QuestionText.Of(clause.Text, lexicon))).ToList();
                    clauses[number] = [.. ofClauses.Select(found => found.Distinct().ToArray())];
                    return new[]
                    {
                        NumbersOf(QuestionText.Of(section.Heading, lexicon)),
                        [.. ofClauses.SelectMany(found => found)],
                        [.. phrasings.GetValueOrDefault(section.Id, []).SelectMany(NumbersOf)],
                    };
                }
            )
            .ToList();
        AddPostings(fields);
        return new SectionIndex(
            sections,
            numbers,
            [.. terms.Select(term => SectionIndex.Rarity(sections.Count, term.Postings.Count, term.IsConcept))],
            Flat(),
            clauses
        );
    }

    private void AddPostings(List<List<int>[]> fields)
    {
        var average = Weights
            .Select((_, field) => Math.Max(1f, (float)fields.Select(section => section[field].Count).DefaultIfEmpty().Average()))
            .ToArray();
        for (var number = 0; number < sections.Count; number++)
        {
            var frequencies = new Dictionary<int, float>();
            for (var field = 0; field < Weights.Length; field++)
            {
                var length = field == 0 ? 1 : 1 - LengthWeight + (LengthWeight * fields[number][field].Count / average[field]);
                foreach (var term in fields[number][field])
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(frequencies, term, out _) += Weights[field] / length;
                }
            }

            foreach (var (term, frequency) in frequencies)
            {
                terms[term].Postings.Add(new(number, frequency / (SectionIndex.Saturation + frequency)));
            }
        }
    }

    private (SectionIndex.Posting[] All, int[] Ends) Flat()
    {
        var end = 0;
        return ([.. terms.SelectMany(term => term.Postings)], [.. terms.Select(term => end += term.Postings.Count)]);
    }

    private List<int> NumbersOf(QuestionText text)
    {
        var found = new List<int>();
        foreach (var term in SectionIndex.TermsOf(text))
        {
            if (!numbers.TryGetValue(SectionIndex.Key(term), out var number))
            {
                numbers.Add(SectionIndex.Key(term), number = terms.Count);
                terms.Add(new Term(term[0] == '@', []));
            }

            found.Add(number);
        }

        return found;
    }

    private sealed record Term(bool IsConcept, List<SectionIndex.Posting> Postings);
}
