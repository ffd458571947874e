using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Corrects a misspelt word to the known word that is one slip away: a letter added, missing or wrong, or two swapped. The
/// known words are those of the phrasings and the policies.
/// </summary>
/// <remarks>
/// Every known word is stored under itself and under each form with one letter left out, so that a lookup goes through no
/// list. Source of the idea: W. Garbe, "SymSpell: symmetric delete spelling correction" (2012).
/// </remarks>
internal sealed class SpellingCorrection
{
    /// <summary>The shortest word to correct, in letters. Shorter words are too similar to each other.</summary>
    private const int Shortest = 5;
    private const int Longest = 20;

    /// <summary>
    /// The least number of times that a correct word appears in the texts. A rarer one may itself be a misspelling, so it is
    /// never used as a correction.
    /// </summary>
    private const int LeastSeen = 3;

    /// <summary>How many times as often the correction must appear as a rare word that it replaces.</summary>
    private const int MuchMoreOften = 10;

    /// <summary>The most corrections in one text. No real question has more, and a text full of unknown words isn't English.</summary>
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

    /// <summary>
    /// Returns the words of a question, with each misspelt word replaced by the known word that is one slip away, if there is
    /// one.
    /// </summary>
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

    /// <summary>Keeps the more frequent of two known words that are equal after a letter is left out.</summary>
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
