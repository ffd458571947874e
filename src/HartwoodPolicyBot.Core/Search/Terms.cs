using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Divides text into words, and reduces words to stems: lower case, without the endings that differ between forms of a
/// word.
/// </summary>
public static class Terms
{
    /// <summary>The endings, longest first, with how many letters must be left.</summary>
    private static readonly (string Ending, int Left)[] Endings =
    [
        ("ational", 3),
        ("isation", 3),
        ("ization", 3),
        ("ations", 3),
        ("fulness", 3),
        ("ation", 3),
        ("ments", 4),
        ("ment", 4),
        ("ities", 3),
        ("iness", 3),
        ("ising", 3),
        ("izing", 3),
        ("ised", 3),
        ("ized", 3),
        ("ness", 4),
        ("ity", 4),
        ("ings", 3),
        ("ing", 3),
        ("ally", 4),
        ("ies", 2),
        ("ied", 2),
        ("ers", 4),
        ("ed", 3),
        ("er", 4),
        ("es", 3),
        ("ly", 4),
        ("s", 3),
        ("e", 3),
    ];

    /// <summary>The length up to which a text's words are put together on the stack.</summary>
    private const int Short = 256;

    /// <summary>Returns the words of a list, to look up words of a text in.</summary>
    public static HashSet<string> Set(string words) => [.. Words(words)];

    /// <summary>Returns the words of <paramref name="text"/> in lower case and in order, without apostrophes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = text.Length <= Short ? stackalloc char[Short] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                word[length++] = char.ToLowerInvariant(letter);
            }
            else if (letter is not ('\'' or '’') && length > 0)
            {
                words.Add(new(word[..length]));
                length = 0;
            }
        }

        if (length > 0)
        {
            words.Add(new(word[..length]));
        }

        return words;
    }

    /// <summary>
    /// Says whether two words are equal or differ by one slip: a letter added, missing or wrong, or two neighbours swapped.
    /// </summary>
    public static bool AreOneSlipApart(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var start = one.AsSpan().CommonPrefixLength(other);
        var left = one.AsSpan(start);
        var right = other.AsSpan(start);
        return left.Length == right.Length
                ? left.Length == 0
                    || left[1..].SequenceEqual(right[1..])
                    || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]))
            : left.Length > right.Length ? left[1..].SequenceEqual(right)
            : left.SequenceEqual(right[1..]);
    }

    /// <summary>Returns the stems of <paramref name="text"/>, in order and with repeats.</summary>
    public static List<string> Of(string text) => Words(text).ConvertAll(Stem);

    /// <summary>
    /// Returns the part that the forms of a word share. It is approximate, which is enough, because questions and policies use
    /// the same rule.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string Stem(string word)
    {
        foreach (var (ending, left) in Endings)
        {
            if (
                word.Length - ending.Length >= left
                && word.EndsWith(ending, StringComparison.Ordinal)
                && !(ending is "s" && word[^2] is 's' or 'u')
            )
            {
                var stem = word[..^ending.Length];
                return ending is "ies" or "ied" ? stem + "y"
                    : stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l') ? stem[..^1]
                    : stem;
            }
        }

        return word;
    }
}
