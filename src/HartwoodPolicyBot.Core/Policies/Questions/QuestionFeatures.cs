using System.Runtime.InteropServices;

namespace HartwoodPolicyBot.Core.Policies.Questions;

/// <summary>
/// What the classifier sees of a question: its words, pairs of words, pieces of words (which forgive spelling) and concepts.
/// Each is a number; what the bank never showed has none.
/// </summary>
public sealed class QuestionFeatures
{
    // How much each kind of feature counts, found by cross-validation over the bank.
    private const float WordWeight = 1f;
    private const float PairWeight = 1f;
    private const float PieceWeight = 0.35f;
    private const float ConceptWeight = 1.5f;
    private const float ConceptPairWeight = 0.6f;

    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;

    /// <summary>A piece that stands in one phrasing only teaches nothing about others.</summary>
    private const int LeastPhrasings = 2;

    private readonly Lexicon lexicon;
    private readonly Dictionary<ulong, int> numbers = [];
    private readonly List<float> rarity = [];

    private QuestionFeatures(Lexicon lexicon) => this.lexicon = lexicon;

    public int Count => numbers.Count;

    /// <summary>Takes in every feature that stands in at least two of the phrasings, and gives the features of each of these.</summary>
    public static (QuestionFeatures Features, IReadOnlyList<(int Number, float Weight)[]> Of) Learn(IReadOnlyList<string> phrasings, Lexicon lexicon)
    {
        var features = new QuestionFeatures(lexicon);
        var collected = phrasings.AsParallel().AsOrdered().Select(phrasing => EachOnce(features.Collect(phrasing))).ToArray();
        var counts = new Dictionary<ulong, int>(collected.Length * 64);
        foreach (var found in collected)
        {
            foreach (var (key, _) in found)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
            }
        }

        foreach (var (key, count) in counts)
        {
            if (count >= LeastPhrasings)
            {
                features.numbers.Add(key, features.numbers.Count);
                features.rarity.Add(MathF.Log((float)(phrasings.Count + 1) / count));
            }
        }

        return (features, [.. collected.Select(features.Weigh)]);
    }

    /// <summary>The known features of a question with their weights, scaled to length 1; empty when none is known.</summary>
    public (int Number, float Weight)[] Of(string question) => Weigh(Collect(question));

    private (int Number, float Weight)[] Weigh(List<(ulong Key, float Weight)> found)
    {
        var known = new List<(int Number, float Weight)>(found.Count);
        foreach (var (key, weight) in CollectionsMarshal.AsSpan(found))
        {
            if (numbers.TryGetValue(key, out var number))
            {
                known.Add((number, weight * rarity[number]));
            }
        }

        // A feature that stands twice counts once.
        known.Sort(static (one, other) => one.Number.CompareTo(other.Number));
        var kept = 0;
        var square = 0f;
        var all = CollectionsMarshal.AsSpan(known);
        for (var at = 0; at < all.Length; at++)
        {
            if (at == 0 || all[at].Number != all[kept - 1].Number)
            {
                square += all[at].Weight * all[at].Weight;
                all[kept++] = all[at];
            }
        }

        var scale = 1 / MathF.Sqrt(Math.Max(square, float.Epsilon));
        var features = all[..kept].ToArray();
        foreach (ref var feature in features.AsSpan())
        {
            feature.Weight *= scale;
        }

        return features;
    }

    /// <summary>All features of a text, each once.</summary>
    private List<(ulong Key, float Weight)> Collect(string text)
    {
        var found = new List<(ulong Key, float Weight)>(text.Length * 4);
        var words = Terms.Words(text);
        var stems = words.ConvertAll(Terms.Stem);
        var before = "";
        foreach (var stem in stems)
        {
            found.Add((Hash('w', stem), WordWeight));
            found.Add((Hash('p', before, stem), PairWeight));
            before = stem;
        }

        found.Add((Hash('p', before, ""), PairWeight));
        foreach (var word in words)
        {
            var edged = $" {word} ";
            for (var length = ShortestPiece; length <= LongestPiece; length++)
            {
                for (var start = 0; start + length <= edged.Length; start++)
                {
                    found.Add((Hash('c', edged.AsSpan(start, length)), PieceWeight));
                }
            }
        }

        var concepts = lexicon.In(stems).ToList();
        for (var first = 0; first < concepts.Count; first++)
        {
            found.Add((Hash('x', concepts[first]), ConceptWeight));
            for (var second = first + 1; second < concepts.Count; second++)
            {
                found.Add((Hash('y', concepts[first], concepts[second]), ConceptPairWeight));
            }
        }

        return found;
    }

    private static List<(ulong Key, float Weight)> EachOnce(List<(ulong Key, float Weight)> found)
    {
        found.Sort(static (one, other) => one.Key.CompareTo(other.Key));
        var kept = 0;
        for (var number = 0; number < found.Count; number++)
        {
            if (number == 0 || found[number].Key != found[kept - 1].Key)
            {
                found[kept++] = found[number];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
        return found;
    }

    /// <summary>FNV-1a: the same on every run and machine, which string.GetHashCode is not.</summary>
    private static ulong Hash(char kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default)
    {
        const ulong Prime = 1099511628211;
        var hash = (14695981039346656037 ^ kind) * Prime;
        foreach (var letter in first)
        {
            hash = (hash ^ letter) * Prime;
        }

        hash = (hash ^ '|') * Prime;
        foreach (var letter in second)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }
}
