using System.Collections.Frozen;
using System.Text;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>The words of a text as the search compares them: lower case, without accents' and plurals' differences, without filler.</summary>
public static class Terms
{
    private static readonly FrozenSet<string> Filler = (
        "a about after again all also am an and any anyone are as at be been before being but by can could did do does doing "
        + "dont for from get got had has have having he her here hers him his how i if im in into is isnt it its just let like "
        + "me my myself no nor not now of off on once one or our ours out over own please put really she should so some "
        + "someone something than that thats the their them then there these they thing this those through to too up us very "
        + "want was we were what whats when where which while who whos whom why will with would you your yours")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Endings =
        ["ational", "ations", "ation", "ments", "ment", "ities", "ity", "ising", "izing", "ised", "ized", "ings", "ing", "ally", "ies", "ied", "ers", "ed", "er", "es", "ly", "s", "e"];

    /// <summary>The terms of <paramref name="text"/>, in order, with repeats.</summary>
    public static List<string> Of(string text)
    {
        var terms = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is not ('\'' or '’'))
            {
                Take(word, terms);
            }
        }

        Take(word, terms);
        return terms;
    }

    /// <summary>The part of a word that its forms share; rough, and the same for question and policy, which is all that counts.</summary>
    public static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= (ending is "ly" or "er" or "ers" ? 4 : 3) && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word[..^ending.Length];
                return stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l') ? stem[..^1]
                    : ending is "ies" or "ied" ? stem + "y"
                    : stem;
            }
        }

        return word;
    }

    private static void Take(StringBuilder word, List<string> terms)
    {
        if (word.Length > 0)
        {
            var whole = word.ToString();
            word.Clear();
            if (!Filler.Contains(whole))
            {
                terms.Add(Stem(whole));
            }
        }
    }
}
