using System.Collections.Frozen;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Finds signs of how a sentence is built: a story is told in the past about one person, advice tells somebody to do something, and
/// what concerns nobody is about many. They are the same for every author, whatever the words are.
/// </summary>
internal static class DraftGrammar
{
    private static readonly FrozenSet<string> Past = Set(
        "was were had did went came said told saw got gave took made found felt thought knew left brought kept held lost met ran sat "
            + "stood spoke rang wrote broke fell drove wore ate drank slept woke paid sent spent bought caught taught heard began swore "
            + "threw hit cut put"
    );

    private static readonly FrozenSet<string> Commands = Set(
        "take stop put try get go keep ask ring call book use eat drink rub have give leave let tell see check make start double halve "
            + "cut avoid rest drop add switch come send bring wait dont do be ignore pop stick swap phone ditch skip soak ice raise"
    );

    private static readonly FrozenSet<string> Many = Set(
        "patients people women men kids children parents nurses doctors gps receptionists pharmacists staff everyone everybody anyone "
            + "anybody they families mums dads teenagers adults babies residents carers colleagues those all many most some"
    );

    private static readonly FrozenSet<string> One = Set("a an one this that");
    private static readonly FrozenSet<string> HeOrShe = Set("he she his her him hes shes");
    private static readonly FrozenSet<string> You = Set("you your youre youve ur u");
    private static readonly FrozenSet<string> We = Set("we our weve were us");

    /// <summary>After these words a sentence can begin anew.</summary>
    private static readonly FrozenSet<string> Joining = Set("and just or hun love");

    private static readonly FrozenSet<string> Family = Set("mum dad wife husband son daughter sister brother nan");

    /// <summary>The shortest word whose "ed" is an ending.</summary>
    private const int ShortestPast = 5;

    /// <summary>Returns the signs of a passage, each once and in order.</summary>
    /// <param name="words">The passage as it was written.</param>
    /// <param name="tokens">Its words in small letters, without apostrophes.</param>
    public static IReadOnlyList<string> In(string words, IReadOnlyList<string> tokens)
    {
        var signs = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            AddIf(Past.Contains(token) || (token.Length >= ShortestPast && token.EndsWith("ed", StringComparison.Ordinal)), "past", signs);
            AddIf(Many.Contains(token), "many", signs);
            AddIf(Commands.Contains(token) && at == 0, "begins-with-command", signs);
            AddIf(Commands.Contains(token) && (at == 0 || Joining.Contains(tokens[at - 1])), "command", signs);
            AddIf(HeOrShe.Contains(token), "he-or-she", signs);
            AddIf(One.Contains(token), "one", signs);
            AddIf(token is "who", "who", signs);
            AddIf(token is "i" or "ive", "i", signs);
            AddIf(You.Contains(token), "you", signs);
            AddIf(We.Contains(token), "we", signs);
            AddIf(at > 0 && Family.Contains(token) && tokens[at - 1].EndsWith('s'), "somebodys-family", signs);
        }

        AddIf(!signs.Contains("he-or-she"), "nobody-meant", signs);
        AddIf(words.Any(char.IsAsciiDigit), "number", signs);
        AddIf(HasCommandAfterMark(words), "command", signs);
        return [.. signs];
    }

    /// <summary>Says whether a command follows a comma, a semicolon, a colon or a dash.</summary>
    private static bool HasCommandAfterMark(string words)
    {
        for (var at = 0; at + 2 < words.Length; at++)
        {
            if (words[at] is ',' or ';' or ':' or '–' or '-')
            {
                var start = words[at + 1] == ' ' ? at + 2 : at + 1;
                var end = start;
                while (end < words.Length && (char.IsLetter(words[end]) || words[end] is '\'' or '’'))
                {
                    end++;
                }

                if (Terms.Words(words[start..end]) is [var first, ..] && Commands.Contains(first))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void AddIf(bool isTrue, string sign, SortedSet<string> signs)
    {
        if (isTrue)
        {
            signs.Add(sign);
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
