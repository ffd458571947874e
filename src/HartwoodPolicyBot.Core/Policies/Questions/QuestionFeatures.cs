using System.Runtime.InteropServices;

namespace HartwoodPolicyBot.Core.Policies.Questions;

/// <summary>
/// What the classifier sees of a question: its words, pairs of words, pieces of words (which forgive spelling) and concepts.
/// Each is a number; what the bank never showed has none. A feature that stands twice counts twice.
/// </summary>
internal sealed class QuestionFeatures
{
    // How much each kind of feature counts, found by cross-validation over the bank.
    private const float WordWeight = 1f;
    private const float PairWeight = 1f;
    private const float PieceWeight = 0.35f;
    private const float ConceptWeight = 1.5f;
    private const float ConceptPairWeight = 0.6f;

    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;

    /// <summary>What stands in the whole bank only once teaches nothing about other questions.</summary>
    private const int LeastSeen = 2;
    private const int LikelyFeatures = 200_000;

    private readonly Dictionary<ulong, Feature> known = [];

    private QuestionFeatures()
    {
    }

    /// <summary>How many features are known.</summary>
    public int Count => known.Count;

    /// <summary>Takes in the features of the phrasings, and gives those of each.</summary>
    public static (QuestionFeatures Features, IReadOnlyList<Feature[]> Of) Learn(IReadOnlyList<QuestionText> phrasings)
    {
        // Read twice rather than kept: all the pieces of all phrasings would be the largest thing in the bot's memory.
        var features = new QuestionFeatures();
        var found = new List<(ulong Key, float Weight)>();
        var counts = new Dictionary<ulong, int>(LikelyFeatures);
        foreach (var phrasing in phrasings)
        {
            Collect(phrasing, found);
            foreach (var (key, _) in CollectionsMarshal.AsSpan(found))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
            }
        }

        foreach (var (key, count) in counts)
        {
            if (count >= LeastSeen)
            {
                features.known.Add(key, new Feature(features.known.Count, MathF.Log(1 + ((float)phrasings.Count / count))));
            }
        }

        return (features, [.. phrasings.Select(features.Of)]);
    }

    /// <summary>The known features of a question with their weights, scaled to length 1; empty when none is known.</summary>
    public Feature[] Of(QuestionText question)
    {
        var found = new List<(ulong Key, float Weight)>(256);
        Collect(question, found);
        return Weigh(found);
    }

    private Feature[] Weigh(List<(ulong Key, float Weight)> found)
    {
        var weighed = new List<Feature>(found.Count);
        var square = 0f;
        foreach (var (key, weight) in CollectionsMarshal.AsSpan(found))
        {
            if (known.TryGetValue(key, out var feature))
            {
                var scaled = weight * feature.Weight;
                square += scaled * scaled;
                weighed.Add(feature with { Weight = scaled });
            }
        }

        var scale = 1 / MathF.Sqrt(MathF.Max(square, float.Epsilon));
        var features = weighed.ToArray();
        for (var at = 0; at < features.Length; at++)
        {
            features[at] = features[at] with { Weight = features[at].Weight * scale };
        }

        return features;
    }

    private static void Collect(QuestionText text, List<(ulong Key, float Weight)> found)
    {
        found.Clear();
        var before = "";
        foreach (var stem in text.Stems)
        {
            found.Add((StableHash.Of('w', stem), WordWeight));
            found.Add((StableHash.Of('p', before, stem), PairWeight));
            before = stem;
        }

        found.Add((StableHash.Of('p', before, ""), PairWeight));
        Span<char> edged = stackalloc char[66];
        foreach (var word in text.Words)
        {
            // Nobody's word is longer; of nonsense that is, the beginning tells enough.
            var letters = word.AsSpan(0, Math.Min(word.Length, edged.Length - 2));
            edged[0] = ' ';
            letters.CopyTo(edged[1..]);
            edged[letters.Length + 1] = ' ';
            for (var length = ShortestPiece; length <= LongestPiece; length++)
            {
                for (var start = 0; start + length <= letters.Length + 2; start++)
                {
                    found.Add((StableHash.Of('c', edged.Slice(start, length)), PieceWeight));
                }
            }
        }

        for (var first = 0; first < text.Concepts.Count; first++)
        {
            found.Add((StableHash.Of('x', text.Concepts[first]), ConceptWeight));
            for (var second = first + 1; second < text.Concepts.Count; second++)
            {
                found.Add((StableHash.Of('y', text.Concepts[first], text.Concepts[second]), ConceptPairWeight));
            }
        }
    }
}

/// <summary>A feature by its number, and how much it weighs.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Feature(int Number, float Weight);
