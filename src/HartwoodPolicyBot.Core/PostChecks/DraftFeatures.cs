using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Turns a passage into features: words, pairs, concepts, the sequence of concepts and small words, parts of words, and marks such
/// as a name or an @. A concept teaches much more than a word, because no two drafts share the parrot.
/// </summary>
internal sealed class DraftFeatures(Lexicon lexicon)
{
    // The weight of each kind of feature, found by cross-validation over the bank.
    private const float WordWeight = 0.8f;
    private const float PairWeight = 0.6f;
    private const float ConceptWeight = 1.6f;
    private const float ConceptPairWeight = 0.7f;
    private const float SequenceWeight = 0.7f;
    private const float PieceWeight = 0.12f;
    private const float MarkWeight = 1.2f;
    private const int ShortestPiece = 4;
    private const int LongestPiece = 5;

    /// <summary>Names in a sequence stand for every word that is neither a concept nor a small word.</summary>
    private const string AnyWord = "*";

    private const int LongestSmallWord = 4;

    /// <summary>Returns the features of a passage: a key, and its weight.</summary>
    public List<(ulong Key, float Weight)> Of(string words, bool isPicture)
    {
        var found = new List<(ulong, float)>(256);
        var kind = isPicture ? 'P' : 'T';
        var tokens = Terms.Words(words);
        var stems = tokens.ConvertAll(Terms.Stem);
        var before = "";
        foreach (var stem in stems)
        {
            found.Add((Key(kind, 'w', stem), WordWeight));
            found.Add((Key(kind, 'p', before, stem), PairWeight));
            before = stem;
        }

        AddConcepts(stems, kind, found);
        foreach (var token in tokens)
        {
            AddPieces(token, kind, found);
        }

        foreach (var mark in DraftMarks.In(words))
        {
            found.Add((Key(kind, 'm', mark), MarkWeight));
        }

        return found;
    }

    private void AddConcepts(List<string> stems, char kind, List<(ulong, float)> found)
    {
        var concepts = lexicon.In(stems);
        for (var first = 0; first < concepts.Count; first++)
        {
            found.Add((Key(kind, 'c', concepts[first]), ConceptWeight));
            for (var second = first + 1; second < concepts.Count; second++)
            {
                found.Add((Key(kind, 'd', concepts[first], concepts[second]), ConceptPairWeight));
            }
        }

        var sequence = Sequence(stems);
        for (var at = 0; at + 1 < sequence.Count; at++)
        {
            found.Add((Key(kind, 's', sequence[at], sequence[at + 1]), SequenceWeight));
            if (at + 2 < sequence.Count)
            {
                found.Add((Key(kind, 't', $"{sequence[at]} {sequence[at + 1]}", sequence[at + 2]), SequenceWeight));
            }
        }
    }

    private List<string> Sequence(List<string> stems)
    {
        var sequence = new List<string>(stems.Count);
        var at = 0;
        foreach (var spoken in lexicon.Spoken(stems))
        {
            AddWords(stems, at, spoken.Start, sequence);
            sequence.Add(spoken.Concepts[0]);
            at = spoken.Start + spoken.Length;
        }

        AddWords(stems, at, stems.Count, sequence);
        return sequence;
    }

    private static void AddWords(List<string> stems, int from, int to, List<string> sequence)
    {
        for (var at = from; at < to; at++)
        {
            sequence.Add(stems[at].Length <= LongestSmallWord ? stems[at] : AnyWord);
        }
    }

    private static void AddPieces(string word, char kind, List<(ulong, float)> found)
    {
        var edged = $" {Excerpt.Cut(word, 20)} ";
        for (var length = ShortestPiece; length <= LongestPiece; length++)
        {
            for (var start = 0; start + length <= edged.Length; start++)
            {
                found.Add((Key(kind, 'l', edged.AsSpan(start, length)), PieceWeight));
            }
        }
    }

    private static ulong Key(char kind, char sort, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default) =>
        StableHash.Of((char)((kind << 8) | sort), first, second);
}
