using System.Runtime.InteropServices;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Says how rare words and concepts are in staff's questions: "can" says nothing about a question, "locker" says nearly
/// everything.
/// </summary>
public sealed class WordRarity
{
    private readonly Dictionary<string, int> holding = new(StringComparer.Ordinal);
    private readonly int texts;

    /// <summary>Counts words and concepts.</summary>
    /// <param name="phrasings">The ways in which staff ask, about anything.</param>
    /// <param name="lexicon">The lexicon of the concepts to count.</param>
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

    /// <summary>Returns the rarity of a term, from about 1 for a term in every question to 10 for one that was never seen.</summary>
    /// <param name="term">A stem, or a concept with its @.</param>
    public float Of(string term) => MathF.Log(1 + ((float)texts / (1 + holding.GetValueOrDefault(term))));
}
