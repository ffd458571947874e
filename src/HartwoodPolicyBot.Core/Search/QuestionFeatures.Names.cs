using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Search;

/// <content>Names features for people. Only their hashes are kept, so the names come from the question.</content>
internal sealed partial class QuestionFeatures
{
    /// <summary>Returns the names of the known features of a question, by their numbers.</summary>
    public Dictionary<int, string> NamesIn(QuestionText question)
    {
        var names = new Dictionary<int, string>();
        var (before, earlier) = ("", "");
        foreach (var stem in question.Stems)
        {
            Keep(StableHash.Of('w', stem), stem);
            Keep(StableHash.Of('p', before, stem), $"{(before.Length == 0 ? "|" : before)} {stem}");
            if (earlier.Length > 0)
            {
                Keep(StableHash.Of('g', earlier, stem), $"{earlier} … {stem}");
            }

            (earlier, before) = (before, stem);
        }

        Keep(StableHash.Of('p', before, ""), $"{before} |");
        for (var first = 0; first < question.Concepts.Count; first++)
        {
            Keep(StableHash.Of('x', question.Concepts[first]), question.Concepts[first]);
            for (var second = first + 1; second < question.Concepts.Count; second++)
            {
                Keep(
                    StableHash.Of('y', question.Concepts[first], question.Concepts[second]),
                    $"{question.Concepts[first]} {question.Concepts[second]}"
                );
            }
        }

        foreach (var word in question.Words)
        {
            var edged = $" {word} ";
            for (var length = ShortestPiece; length <= LongestPiece; length++)
            {
                for (var start = 0; start + length <= edged.Length; start++)
                {
                    var piece = edged.Substring(start, length);
                    Keep(StableHash.Of('c', piece), $"-{piece.Replace(' ', '_')}-");
                }
            }
        }

        return names;

        void Keep(ulong key, string name)
        {
            if (known.TryFind(key, out var feature))
            {
                names.TryAdd(feature.Number, name);
            }
        }
    }
}
