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
    private readonly float[] rarity;

    /// <summary>Takes in every feature that stands in at least two phrasings.</summary>
    public QuestionFeatures(IReadOnlyCollection<string> phrasings, Lexicon lexicon)
    {
        this.lexicon = lexicon;
        var counts = new Dictionary<ulong, int>();
        var found = new List<(ulong Key, float Weight)>();
        foreach (var phrasing in phrasings)
        {
            Collect(phrasing, found);
            foreach (var (key, _) in found)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
            }
        }

        rarity = new float[counts.Values.Count(count => count >= LeastPhrasings)];
        foreach (var (key, count) in counts)
        {
            if (count >= LeastPhrasings)
            {
                var number = numbers.Count;
                numbers.Add(key, number);
                rarity[number] = MathF.Log((float)(phrasings.Count + 1) / count);
            }
        }
    }

    public int Count => numbers.Count;

    /// <summary>The known features of a question with their weights, scaled to length 1; empty when none is known.</summary>
    public (int Number, float Weight)[] Of(string question)
    {
        var found = new List<(ulong Key, float Weight)>();
        Collect(question, found);
        var known = new List<(int Number, float Weight)>(found.Count);
        var square = 0f;
        foreach (var (key, weight) in found)
        {
            if (numbers.TryGetValue(key, out var number))
            {
                var scaled = weight * rarity[number];
                square += scaled * scaled;
                known.Add((number, scaled));
            }
        }

        var length = MathF.Sqrt(square);
        return [.. known.Select(feature => (feature.Number, feature.Weight / length))];
    }

    /// <summary>All features of a text, each once.</summary>
    private void Collect(string text, List<(ulong Key, float Weight)> found)
    {
        found.Clear();
        var seen = new HashSet<ulong>();
        var words = Terms.Words(text);
        var stems = words.ConvertAll(Terms.Stem);
        var before = "";
        foreach (var stem in stems)
        {
            Add(Hash('w', stem), WordWeight);
            Add(Hash('p', before, stem), PairWeight);
            before = stem;
        }

        Add(Hash('p', before, ""), PairWeight);
        foreach (var word in words)
        {
            var edged = $" {word} ";
            for (var length = ShortestPiece; length <= LongestPiece; length++)
            {
                for (var start = 0; start + length <= edged.Length; start++)
                {
                    Add(Hash('c', edged.AsSpan(start, length)), PieceWeight);
                }
            }
        }

        var concepts = lexicon.In(stems).ToList();
        for (var first = 0; first < concepts.Count; first++)
        {
            Add(Hash('x', concepts[first]), ConceptWeight);
            for (var second = first + 1; second < concepts.Count; second++)
            {
                Add(Hash('y', concepts[first], concepts[second]), ConceptPairWeight);
            }
        }

        void Add(ulong key, float weight)
        {
            if (seen.Add(key))
            {
                found.Add((key, weight));
            }
        }
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
