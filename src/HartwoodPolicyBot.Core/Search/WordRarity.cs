using System.Runtime.InteropServices;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>How rare words and concepts are in how staff ask: "can" says nothing about a question, "locker" nearly all.</summary>
public sealed class WordRarity
{
    private readonly Dictionary<string, int> holding = new(StringComparer.Ordinal);
    private readonly int texts;

    /// <param name="phrasings">How staff ask, about anything.</param>
    /// <param name="lexicon">Whose concepts are looked for.</param>
    public WordRarity(IEnumerable<string> phrasings, Lexicon lexicon)
    {
        foreach (var phrasing in phrasings)
        {
            texts++;
            var stems = Terms.Of(phrasing);
            foreach (
                var term in stems.Concat(lexicon.Spoken(stems).SelectMany(spoken => spoken.Concepts)).ToHashSet(StringComparer.Ordinal)
            )
            {
                CollectionsMarshal.GetValueRefOrAddDefault(holding, term, out _)++;
            }
        }
    }

    /// <summary>From about 1 for a word of every question to 10 for one that was never seen.</summary>
    /// <param name="term">A stem, or a concept with its @.</param>
    public float Of(string term) => MathF.Log(1 + ((float)texts / (1 + holding.GetValueOrDefault(term))));
}
