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

    /// <summary>The shortest word in which two slips are corrected.</summary>
    private const int LongForTwoSlips = 8;

    /// <summary>
    /// The least number of times that a correct word appears in the texts. A rarer one may itself be a misspelling, so it is
    /// never used as a correction.
    /// </summary>
    private const int LeastSeen = 3;

    /// <summary>How many times as often the correction must appear as a rare word that it replaces.</summary>
    private const int MuchMoreOften = 10;

    /// <summary>The most corrections in one text. No real question has more, and a text full of unknown words isn't English.</summary>
    private const int MostCorrected = 12;

    /// <summary>How often each word appears, by its hash: of a rare word, nothing but that is kept.</summary>
    private readonly Dictionary<ulong, int> seen;

    /// <summary>The words that others are corrected to.</summary>
    private readonly string[] common;
    private readonly Dictionary<ulong, string> near = [];

    private SpellingCorrection(Dictionary<ulong, int> seen, string[] common)
    {
        this.seen = seen;
        this.common = common;
        near.EnsureCapacity(common.Sum(word => word.Length + 1));
        foreach (var word in common)
        {
            Keep(Whole(word), word);
            for (var left = 0; left < word.Length; left++)
            {
                Keep(Without(word, left), word);
            }
        }
    }

    /// <summary>Counts the words of texts.</summary>
    public static SpellingCorrection Learn(IEnumerable<QuestionText> texts)
    {
        var counts = texts.SelectMany(text => text.Words).CountBy(word => word, StringComparer.Ordinal).ToList();
        return new(
            counts.ToDictionary(word => Whole(word.Key), word => word.Value),
            [.. counts.Where(word => word.Value >= LeastSeen && word.Key.Length is >= Shortest and <= Longest).Select(word => word.Key)]
        );
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SpellingCorrection Read(LearnedReader from)
    {
        var words = from.Array<ulong>();
        var counts = from.Array<int>();
        var known = new Dictionary<ulong, int>(words.Length);
        for (var word = 0; word < words.Length; word++)
        {
            known.Add(words[word], counts[word]);
        }

        return new(known, from.Texts());
    }

    public void Write(LearnedWriter to)
    {
        to.Array<ulong>(seen.Keys.ToArray());
        to.Array<int>(seen.Values.ToArray());
        to.Texts(common);
    }

    public bool Knows(string word) => seen.ContainsKey(Whole(word));

    /// <summary>
    /// Returns the words of a question, with each misspelt word replaced by the known word that is one slip away, if there is
    /// one. A word that stands alone may be two slips away.
    /// </summary>
    public List<string> Correct(List<string> words)
    {
        var corrected = 0;
        var nearest = words.ConvertAll(word =>
            word.Length is >= Shortest and <= Longest && seen.GetValueOrDefault(Whole(word)) < LeastSeen && corrected++ < MostCorrected
                ? Nearest(word)
                : word
        );
        return nearest is [var alone] && !Knows(alone) && FarFrom(alone) is { } meant ? [meant] : nearest;
    }

    /// <summary>
    /// Returns the known word that a long word which stands alone is two slips away from, such as "anonymity" for "annonimity"; null if
    /// there is none. In a sentence two slips are too many to guess at.
    /// </summary>
    private string? FarFrom(string word)
    {
        if (word.Length is < LongForTwoSlips or > Longest)
        {
            return null;
        }

        return Enumerable
            .Range(0, word.Length)
            .Select(left => word.Remove(left, 1))
            .SelectMany(shorter => Enumerable.Range(0, shorter.Length).Select(left => Without(shorter, left)).Prepend(Whole(shorter)))
            .Select(key => near.GetValueOrDefault(key))
            .OfType<string>()
            .Where(known => known[0] == word[0])
            .MaxBy(Seen);
    }

    private string Nearest(string word)
    {
        var best = word;
        var least = seen.GetValueOrDefault(Whole(word)) * MuchMoreOften;
        Try(Whole(word));
        for (var left = 0; left < word.Length; left++)
        {
            Try(Without(word, left));
        }

        return best;

        void Try(ulong key)
        {
            if (
                near.TryGetValue(key, out var known)
                && Seen(known) > least
                && (best == word || Seen(known) > Seen(best))
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
            || Seen(word) > Seen(other)
            || (Seen(word) == Seen(other) && string.CompareOrdinal(word, other) < 0)
        )
        {
            near[key] = word;
        }
    }

    private int Seen(string word) => seen[Whole(word)];

    private static ulong Whole(string word) => StableHash.Of('s', word);

    private static ulong Without(string word, int left)
    {
        Span<char> rest = stackalloc char[Longest];
        word.AsSpan(0, left).CopyTo(rest);
        word.AsSpan(left + 1).CopyTo(rest[left..]);
        return StableHash.Of('s', rest[..(word.Length - 1)]);
    }
}
