using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Says how rare words and concepts are in staff's questions: "can" says nothing about a question, "locker" says nearly
/// everything.
/// </summary>
public sealed class WordRarity
{
    private volatile Counts counts;

    /// <summary>Counts words and concepts.</summary>
    /// <param name="phrasings">The ways in which staff ask, about anything.</param>
    /// <param name="lexicon">The lexicon of the concepts to count.</param>
    public WordRarity(IEnumerable<string> phrasings, Lexicon lexicon)
    {
        var texts = 0;
        var holding = new Dictionary<ulong, int>();
        foreach (var phrasing in phrasings)
        {
            texts++;
            var stems = Terms.Of(phrasing);
            foreach (
                var term in stems.Concat(lexicon.Spoken(stems).SelectMany(spoken => spoken.Concepts)).ToHashSet(StringComparer.Ordinal)
            )
            {
                CollectionsMarshal.GetValueRefOrAddDefault(holding, Key(term), out _)++;
            }
        }

        counts = new(texts, holding);
    }

    private WordRarity(Counts counts) => this.counts = counts;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static WordRarity Read(LearnedReader from)
    {
        var texts = from.Count();
        var terms = from.Array<ulong>();
        var times = from.Array<int>();
        var holding = new Dictionary<ulong, int>(terms.Length);
        for (var term = 0; term < terms.Length; term++)
        {
            holding.Add(terms[term], times[term]);
        }

        return new(new Counts(texts, holding));
    }

    internal void Write(LearnedWriter to)
    {
        var (texts, holding) = counts;
        to.Count(texts);
        to.Array<ulong>(holding.Keys.ToArray());
        to.Array<int>(holding.Values.ToArray());
    }

    /// <summary>Goes by what another has counted from now on.</summary>
    public void Replace(WordRarity other) => counts = other.counts;

    /// <summary>Returns the rarity of a term, from about 1 for a term in every question to 10 for one that was never seen.</summary>
    /// <param name="term">A stem, or a concept with its @.</param>
    public float Of(string term)
    {
        var (texts, holding) = counts;
        return MathF.Log(1 + ((float)texts / (1 + holding.GetValueOrDefault(Key(term)))));
    }

    private static ulong Key(string term) => StableHash.Of('t', term);

    private sealed record Counts(int Texts, Dictionary<ulong, int> Holding);
}
