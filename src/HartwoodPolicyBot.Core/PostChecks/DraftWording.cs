using System.Collections.Frozen;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Finds which kinds of common words and marks a sentence has: refusing, supposing, promising, comparing, a time, an age, quotation
/// marks. Every author uses them, so what they mean beside each other holds for drafts by authors whom the bank has never seen.
/// </summary>
internal static class DraftWording
{
    private const int ShortestEnding = 6;
    private const int Short = 6;
    private const int Middle = 14;
    private const int PhoneDigits = 9;

    private static readonly FrozenDictionary<string, string[]> OfWord = Signs(
        (
            "not",
            "not no never none nobody nothing nor neither without dont didnt doesnt isnt wasnt arent werent cant couldnt wont wouldnt "
                + "shouldnt hasnt havent hadnt aint cannot"
        ),
        ("if", "if whether unless"),
        ("would", "would could might may id youd hed shed theyd wed wouldnt couldnt"),
        ("must", "must should need needs ought better gotta shouldnt"),
        ("will", "will ill youll hell shell well theyll itll wont gonna going soon tomorrow next"),
        ("like", "than like as"),
        ("most", "most best worst least biggest smallest oldest youngest greatest finest cheapest only first last"),
        ("but", "but though although however still yet"),
        ("because", "because cos coz cuz since so therefore thats"),
        ("ever", "ever always never every again another yet still constantly forever usual"),
        (
            "say",
            "said says say told tell tells asked asks ask reckons claims insisted admitted called calls shouted whispered mentioned swears"
        ),
        (
            "give",
            "give gives gave given giving send sends sent offer offers offered pay pays paid get gets got buy buys bought bring brought "
                + "lend lent"
        ),
        ("think", "think thinks thought believe reckon feel know knows hope guess suppose wonder wish"),
        ("please", "please pls plz kindly thanks thank ta cheers"),
        ("they", "they them their theyre theyve theyll"),
        ("our", "our ours us"),
        ("my", "my mine me"),
        ("everyone", "everyone everybody anyone anybody someone somebody people folks folk whoever"),
        ("age", "aged yo twenties thirties forties fifties sixties seventies eighties nineties teens pensioner teenager toddler newborn"),
        (
            "day",
            "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thur thurs fri sat weekend today yesterday tonight "
                + "morning afternoon evening lunchtime week"
        ),
        (
            "season",
            "january february march april june july august september october november december jan feb aug sept oct nov dec christmas "
                + "easter halloween spring summer autumn winter"
        ),
        ("quantity", "all many most some few both every each half hundreds thousands dozens lots loads plenty several"),
        ("number-word", "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred"),
        (
            "just",
            "just really so very totally literally absolutely honestly basically actually obviously apparently clearly seriously frankly"
        ),
        ("how", "how why what when where which"),
        ("there", "there here this these those that"),
        ("let", "let lets help see find look check read click tap come join follow share try visit")
    );

    private static readonly FrozenSet<string> AfterWe = Set("will are have dont wont do were would");
    private static readonly FrozenSet<string> Years = Set("year years yr yrs yo");
    private static readonly FrozenSet<string> BeforePlace = Set("in at from near on off by outside");
    private static readonly FrozenSet<string> UsualCapitals = Set("NHS HRT IVF");

    /// <summary>Returns the signs of a passage, each once and in order.</summary>
    /// <param name="words">The passage as it was written.</param>
    /// <param name="tokens">Its words in small letters, without apostrophes.</param>
    public static IReadOnlyList<string> In(string words, IReadOnlyList<string> tokens)
    {
        var signs = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < tokens.Count; at++)
        {
            AddWord(tokens[at], signs);
            AddPair(tokens[at], at + 1 < tokens.Count ? tokens[at + 1] : "", signs);
        }

        var raw = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < raw.Length; at++)
        {
            AddAsWritten(raw[at].Trim(',', '.', '!', '?', ':', ';', '(', ')', '"', '\''), signs);
            AddIf(
                at + 1 < raw.Length
                    && BeforePlace.Contains(raw[at].ToLowerInvariant())
                    && raw[at + 1].Length > 2
                    && char.IsUpper(raw[at + 1][0]),
                "at-name",
                signs
            );
        }

        AddMarks(words, signs);
        signs.Add(
            tokens.Count < Short ? "few-words"
            : tokens.Count < Middle ? "some-words"
            : "many-words"
        );
        return [.. signs.Select(sign => $"~{sign}")];
    }

    private static void AddWord(string token, SortedSet<string> signs)
    {
        if (OfWord.TryGetValue(token, out var found))
        {
            signs.UnionWith(found);
        }

        AddIf(token.Length >= ShortestEnding && token.EndsWith("ing", StringComparison.Ordinal), "ing", signs);
        AddIf(token.Length >= ShortestEnding && token.EndsWith("est", StringComparison.Ordinal), "most", signs);
    }

    private static void AddPair(string token, string next, SortedSet<string> signs)
    {
        AddIf(token is "we" && AfterWe.Contains(next), "we-do", signs);
        AddIf(token is "i" && next.EndsWith("ed", StringComparison.Ordinal), "i-did", signs);
        AddIf(token.Length <= 3 && token.All(char.IsAsciiDigit) && Years.Contains(next), "age", signs);
    }

    private static void AddAsWritten(string word, SortedSet<string> signs)
    {
        AddIf(word.Length > 2 && word.All(char.IsUpper) && !UsualCapitals.Contains(word), "capitals", signs);
        AddIf(
            word.Contains("http", StringComparison.Ordinal)
                || word.Contains("www.", StringComparison.Ordinal)
                || word.Contains(".co", StringComparison.Ordinal)
                || word.Contains(".uk", StringComparison.Ordinal),
            "link",
            signs
        );
        AddIf(
            word.Length is 4 or 5 && word.Any(char.IsAsciiDigit) && (word[^1] is 'm' || word.Contains(':', StringComparison.Ordinal)),
            "clock",
            signs
        );
        AddIf(word.Count(char.IsAsciiDigit) >= PhoneDigits, "phone", signs);
    }

    private static void AddMarks(string words, SortedSet<string> signs)
    {
        AddIf(words.AsSpan().IndexOfAny('"', '“', '‘') >= 0 || words.Contains(" '", StringComparison.Ordinal), "quotation", signs);
        AddIf(words.AsSpan().IndexOfAny('(', '—', '–') >= 0 || words.Contains(" - ", StringComparison.Ordinal), "aside", signs);
        AddIf(words.Contains("...", StringComparison.Ordinal) || words.Contains('…', StringComparison.Ordinal), "dots", signs);
        AddIf(words.Contains(':', StringComparison.Ordinal), "colon", signs);
        AddIf(words.Contains(',', StringComparison.Ordinal), "comma", signs);
        AddIf(char.IsLower(words.FirstOrDefault(char.IsLetter, 'A')), "small-letter", signs);
    }

    private static void AddIf(bool isTrue, string sign, SortedSet<string> signs)
    {
        if (isTrue)
        {
            signs.Add(sign);
        }
    }

    private static FrozenDictionary<string, string[]> Signs(params ReadOnlySpan<(string Sign, string Words)> signs)
    {
        var found = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (sign, words) in signs)
        {
            foreach (var word in words.Split(' '))
            {
                found[word] = [.. found.GetValueOrDefault(word, []), sign];
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
