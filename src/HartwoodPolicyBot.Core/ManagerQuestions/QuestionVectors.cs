using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Turns questions into vectors, whose angle says how similar the questions are. A vector holds words, the concepts that
/// they mean at a practice, and parts of words, which tolerate other word forms. Rare words weigh most.
/// </summary>
/// <param name="everyday">
/// What staff call things, apart from the policy: "pw" and "password", or "who do i see about" and "whose job is".
/// </param>
/// <param name="rarity">
/// How rare words are. It is only calculated when needed, because a bot without saved answers doesn't need it.
/// </param>
public sealed class QuestionVectors(Lexicon everyday, Lazy<WordRarity> rarity)
{
    // Found by measurement; see the README of the benchmark program.
    private const float ConceptWeight = 1;
    private const float SpokenWordWeight = 0.5f;
    private const float PieceWeight = 0.5f;
    private const int Piece = 4;
    private const int Longest = 30;

    /// <summary>Returns the features of a question by their hash, scaled to length 1.</summary>
    public Dictionary<ulong, float> Of(QuestionText question)
    {
        var vector = new Dictionary<ulong, float>();
        var isSpoken = new bool[question.Stems.Count];
        foreach (var spoken in everyday.Spoken(question.Stems))
        {
            isSpoken.AsSpan(spoken.Start, spoken.Length).Fill(true);
            foreach (var concept in spoken.Concepts)
            {
                Raise(vector, StableHash.Of('x', concept), ConceptWeight * rarity.Value.Of(concept) / MathF.Sqrt(spoken.Concepts.Count));
            }
        }

        for (var place = 0; place < question.Stems.Count; place++)
        {
            var weight = rarity.Value.Of(question.Stems[place]) * (isSpoken[place] ? SpokenWordWeight : 1);
            Raise(vector, StableHash.Of('w', question.Stems[place]), weight);
            AddPieces(question.Words[place], weight * PieceWeight, vector);
        }

        var square = vector.Values.Sum(weight => weight * weight);
        var scale = 1 / MathF.Sqrt(MathF.Max(square, float.Epsilon));
        foreach (var key in vector.Keys)
        {
            CollectionsMarshal.GetValueRefOrNullRef(vector, key) *= scale;
        }

        return vector;
    }

    private static void AddPieces(string word, float weight, Dictionary<ulong, float> vector)
    {
        Span<char> edged = stackalloc char[Longest + 2];
        var letters = word.AsSpan(0, Math.Min(word.Length, Longest));
        edged[0] = ' ';
        letters.CopyTo(edged[1..]);
        edged[letters.Length + 1] = ' ';
        var pieces = letters.Length + 2 - Piece + 1;
        for (var start = 0; start < pieces; start++)
        {
            Raise(vector, StableHash.Of('c', edged.Slice(start, Piece)), weight / MathF.Sqrt(pieces));
        }
    }

    /// <summary>Sets a feature to the higher of its weights, so that a repeated word counts once.</summary>
    private static void Raise(Dictionary<ulong, float> vector, ulong key, float weight)
    {
        ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(vector, key, out _);
        held = MathF.Max(held, weight);
    }
}
