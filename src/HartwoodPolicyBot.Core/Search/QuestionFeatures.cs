using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Turns a question into features for the classifier: words, pairs of words, also with one word between them, parts of words
/// (which tolerate misspelling) and concepts. Each known feature has a number; one that never appeared in the phrasings has none. A
/// repeated feature
/// counts each time.
/// </summary>
internal sealed partial class QuestionFeatures
{
    // The weight of each kind of feature, found by cross-validation over the phrasings.
    private const float WordWeight = 1f;
    private const float PairWeight = 1f;
    private const float GapWeight = 0.5f;
    private const float PieceWeight = 0.35f;
    private const float ConceptWeight = 1.5f;
    private const float ConceptPairWeight = 0.6f;

    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;

    /// <summary>
    /// The least number of times that a feature must appear in all phrasings. A rarer one teaches little about other questions.
    /// </summary>
    private const int LeastSeen = 3;
    private const int LikelyFeatures = 200_000;

    [ThreadStatic]
    private static List<WeightedKey>? keysOfThread;

    [ThreadStatic]
    private static List<TextFeature>? foundOfThread;

    private readonly FeatureTable known;

    private QuestionFeatures(FeatureTable known, int phrases)
    {
        this.known = known;
        Phrases = phrases;
    }

    /// <summary>The number of known features.</summary>
    public int Count => known.Count;

    /// <summary>The number of known words, pairs and concepts. Their numbers come before those of parts of words.</summary>
    public int Phrases { get; }

    /// <summary>Learns the features of the phrasings, and returns the features of each phrasing.</summary>
    /// <param name="phrasings">The phrasings.</param>
    /// <param name="processors">How many processors it may use.</param>
    public static (QuestionFeatures Features, IReadOnlyList<TextFeature[]> Of) Learn(IReadOnlyList<QuestionText> phrasings, int processors)
    {
        var words = phrasings.SelectMany(phrasing => phrasing.Words).CountBy(word => word).ToList();
        var (counts, phrases) = Counts(phrasings, words);
        var (keys, weights, knownPhrases) = (new List<ulong>(), new List<float>(), 0);
        foreach (var (key, count) in counts)
        {
            if (count >= LeastSeen)
            {
                keys.Add(key);
                weights.Add(MathF.Log(1 + ((float)phrasings.Count / count)));
            }

            // The dictionary keeps the order in which it was filled: first the phrases, then the parts of words.
            knownPhrases = --phrases >= 0 ? keys.Count : knownPhrases;
        }

        var features = new QuestionFeatures(new(CollectionsMarshal.AsSpan(keys), CollectionsMarshal.AsSpan(weights)), knownPhrases);

        // The phrasings repeat the same words, so each word is divided into parts only once.
        var pieces = words.ToDictionary(word => word.Key, word => features.PiecesOf(word.Key), StringComparer.Ordinal);
        var of = phrasings.AsParallel().AsOrdered().WithDegreeOfParallelism(processors).Select(phrasing => features.Of(phrasing, pieces));
        return (features, [.. of]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static QuestionFeatures Read(LearnedReader from)
    {
        var phrases = from.Count();
        return new(new(from.Array<ulong>(), from.Array<float>()), phrases);
    }

    public void Write(LearnedWriter to)
    {
        var (keys, weights) = known.InOrder();
        to.Count(Phrases);
        to.Array<ulong>(keys);
        to.Array<float>(weights);
    }

    /// <summary>Returns the known features of a question with their weights, scaled to length 1; empty when none is known.</summary>
    public TextFeature[] Of(QuestionText question) => Of(question, null);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private TextFeature[] Of(QuestionText question, Dictionary<string, TextFeature[]>? piecesOf)
    {
        // Each question needs these lists, so each thread keeps its own.
        var keys = keysOfThread ??= new(256);
        var found = foundOfThread ??= new(256);
        found.Clear();
        AddPhrases(question, keys);
        TakeKnown(keys, found);
        foreach (var word in question.Words)
        {
            if (piecesOf is not null)
            {
                found.AddRange(piecesOf[word]);
                continue;
            }

            AddPieces(word, keys);
            TakeKnown(keys, found);
        }

        var square = 0f;
        foreach (var feature in found)
        {
            square += feature.Weight * feature.Weight;
        }

        var scale = 1 / MathF.Sqrt(MathF.Max(square, float.Epsilon));
        foreach (ref var feature in CollectionsMarshal.AsSpan(found))
        {
            feature = feature with { Weight = feature.Weight * scale };
        }

        return [.. found];
    }

    private TextFeature[] PiecesOf(string word)
    {
        var keys = new List<WeightedKey>();
        var found = new List<TextFeature>();
        AddPieces(word, keys);
        TakeKnown(keys, found);
        return [.. found];
    }

    /// <summary>Adds the known ones of the keys to <paramref name="found"/>, and removes all keys.</summary>
    private void TakeKnown(List<WeightedKey> keys, List<TextFeature> found)
    {
        foreach (var (key, weight) in CollectionsMarshal.AsSpan(keys))
        {
            if (known.TryFind(key, out var feature))
            {
                found.Add(feature with { Weight = feature.Weight * weight });
            }
        }

        keys.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (Dictionary<ulong, int> Counts, int Phrases) Counts(
        IReadOnlyList<QuestionText> phrasings,
        List<KeyValuePair<string, int>> words
    )
    {
        var counts = new Dictionary<ulong, int>(LikelyFeatures);
        var keys = new List<WeightedKey>();
        foreach (var phrasing in phrasings)
        {
            AddPhrases(phrasing, keys);
            CountKeys(keys, 1, counts);
        }

        var phrases = counts.Count;
        foreach (var (word, times) in words)
        {
            AddPieces(word, keys);
            CountKeys(keys, times, counts);
        }

        return (counts, phrases);
    }

    private static void CountKeys(List<WeightedKey> keys, int times, Dictionary<ulong, int> counts)
    {
        foreach (var (key, _) in keys)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += times;
        }

        keys.Clear();
    }

    /// <summary>Adds the keys of words, pairs of neighbours, pairs with one word between them, concepts, and pairs of concepts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddPhrases(QuestionText text, List<WeightedKey> keys)
    {
        var (before, earlier) = ("", "");
        foreach (var stem in text.Stems)
        {
            keys.Add(new(StableHash.Of('w', stem), WordWeight));
            keys.Add(new(StableHash.Of('p', before, stem), PairWeight));
            if (earlier.Length > 0)
            {
                keys.Add(new(StableHash.Of('g', earlier, stem), GapWeight));
            }

            (earlier, before) = (before, stem);
        }

        keys.Add(new(StableHash.Of('p', before, ""), PairWeight));
        for (var first = 0; first < text.Concepts.Count; first++)
        {
            keys.Add(new(StableHash.Of('x', text.Concepts[first]), ConceptWeight));
            for (var second = first + 1; second < text.Concepts.Count; second++)
            {
                keys.Add(new(StableHash.Of('y', text.Concepts[first], text.Concepts[second]), ConceptPairWeight));
            }
        }
    }

    /// <summary>Adds the keys of the parts of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddPieces(string word, List<WeightedKey> keys)
    {
        // No real word is longer. For longer nonsense, its start is enough.
        Span<char> edged = stackalloc char[66];
        var letters = word.AsSpan(0, Math.Min(word.Length, edged.Length - 2));
        edged[0] = ' ';
        letters.CopyTo(edged[1..]);
        edged[letters.Length + 1] = ' ';
        for (var length = ShortestPiece; length <= LongestPiece; length++)
        {
            for (var start = 0; start + length <= letters.Length + 2; start++)
            {
                keys.Add(new(StableHash.Of('c', edged.Slice(start, length)), PieceWeight));
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct WeightedKey(ulong Key, float Weight);
}
