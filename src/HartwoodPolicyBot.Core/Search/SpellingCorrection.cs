using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Reads a misspelt word as the known word that is one slip away: a letter too many, too few, wrong, or two swapped. Known
/// are the words of the bank and of the policies.
/// </summary>
/// <remarks>Every known word is kept under itself with each letter left out, so that a lookup visits no list. Source of the
/// idea: W. Garbe, "SymSpell: symmetric delete spelling correction" (2012).</remarks>
internal sealed class SpellingCorrection
{
    /// <summary>Shorter words are too near to each other.</summary>
    private const int Shortest = 5;
    private const int Longest = 20;

    /// <summary>A word that hardly ever stands in the bank may itself be a slip: of one that stands there this much more often.</summary>
    private const int LeastSeen = 3;
    private const int MuchMoreOften = 10;

    /// <summary>Nobody's question has more slips; a text full of unknown words is no English.</summary>
    private const int MostCorrected = 12;

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, string> near = [];

    public SpellingCorrection(IEnumerable<QuestionText> texts)
    {
        foreach (var word in texts.SelectMany(text => text.Words))
        {
            seen[word] = seen.GetValueOrDefault(word) + 1;
        }

        foreach (var (word, count) in seen)
        {
            if (count >= LeastSeen && word.Length is >= Shortest and <= Longest)
            {
                Keep(StableHash.Of('s', word), word);
                for (var left = 0; left < word.Length; left++)
                {
                    Keep(Without(word, left), word);
                }
            }
        }
    }

    public bool Knows(string word) => seen.ContainsKey(word);

    /// <summary>The words of a question, each unknown one replaced by the known one that is a slip away, if there is one.</summary>
    public List<string> Correct(List<string> words)
    {
        var corrected = 0;
        return words.ConvertAll(word =>
            seen.GetValueOrDefault(word) < LeastSeen && word.Length is >= Shortest and <= Longest && corrected++ < MostCorrected
                ? Nearest(word)
                : word
        );
    }

    private string Nearest(string word)
    {
        var best = word;
        var least = seen.GetValueOrDefault(word) * MuchMoreOften;
        Try(StableHash.Of('s', word));
        for (var left = 0; left < word.Length; left++)
        {
            Try(Without(word, left));
        }

        return best;

        void Try(ulong key)
        {
            if (
                near.TryGetValue(key, out var known)
                && seen[known] > least
                && (best == word || seen[known] > seen[best])
                && Terms.AreOneSlipApart(word, known)
            )
            {
                best = known;
            }
        }
    }

    /// <summary>Of two known words with the same rest, the more frequent one is kept.</summary>
    private void Keep(ulong key, string word)
    {
        if (
            !near.TryGetValue(key, out var other)
            || seen[word] > seen[other]
            || (seen[word] == seen[other] && string.CompareOrdinal(word, other) < 0)
        )
        {
            near[key] = word;
        }
    }

    private static ulong Without(string word, int left)
    {
        Span<char> rest = stackalloc char[Longest];
        word.AsSpan(0, left).CopyTo(rest);
        word.AsSpan(left + 1).CopyTo(rest[left..]);
        return StableHash.Of('s', rest[..(word.Length - 1)]);
    }
}
