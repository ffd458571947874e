namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>Finds what words alone don't show: a name, somebody spoken to, an @, a price, an emoji.</summary>
internal static class DraftMarks
{
    private static readonly HashSet<string> Greetings = new(StringComparer.OrdinalIgnoreCase)
    {
        "hi",
        "hey",
        "hello",
        "hiya",
        "dear",
        "to",
        "reply",
        "replying",
        "yes",
        "no",
        "yep",
        "sorry",
        "thanks",
        "cheers",
        "thank",
        "poor",
        "trust",
        "honestly",
    };

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase) { "mr", "mrs", "ms", "miss" };

    /// <summary>Words with a capital that name no person.</summary>
    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "i",
        "i'm",
        "i've",
        "i'd",
        "i'll",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "christmas",
        "easter",
        "hartwood",
        "healthcare",
        "nhs",
        "gp",
        "facebook",
        "instagram",
        "insta",
        "twitter",
        "linkedin",
        "youtube",
        "tiktok",
        "whatsapp",
        "google",
        "english",
        "british",
        "welsh",
        "polish",
        "covid",
        "dr",
        "app",
        "the",
        "a",
        "day",
        "week",
        "street",
        "road",
        "lane",
        "close",
        "hill",
        "surgery",
        "royal",
        "general",
        "hospital",
    };

    /// <summary>Returns the marks of a passage, each once.</summary>
    public static IReadOnlyCollection<string> In(string words)
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        var tokens = words.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < tokens.Length; at++)
        {
            Read(tokens, at, marks);
        }

        AddIf(words.Contains('?', StringComparison.Ordinal), "question", marks);
        AddIf(words.Contains('!', StringComparison.Ordinal), "cry", marks);
        AddIf(words.Contains('%', StringComparison.Ordinal), "percent", marks);
        AddIf(words.AsSpan().IndexOfAny('£', '$', '€') >= 0, "money", marks);
        AddIf(words.Any(char.IsSurrogate), "emoji", marks);
        return marks;
    }

    private static void Read(string[] tokens, int at, HashSet<string> marks)
    {
        var token = tokens[at];
        var word = token.Trim(',', '.', '!', '?', ':', ';', '(', ')', '"', '\'', '“', '”', '‘', '’');
        if (word.Length == 0)
        {
            return;
        }

        AddIf(word[0] == '@', "at", marks);
        AddIf(word[0] == '#', "hashtag", marks);
        AddIf(word.All(char.IsAsciiDigit), word.Length <= 2 ? "small-number" : "number", marks);
        AddIf(IsCode(word), "code", marks);
        var before = at > 0 ? tokens[at - 1].Trim(',', '.', ':', '@') : "";
        if (!IsName(word))
        {
            return;
        }

        AddIf(Titles.Contains(before), "titled-name", marks);
        AddIf(at > 0 && !EndsSentence(tokens[at - 1]), "name", marks);
        AddIf(Greetings.Contains(before) || (at > 0 && tokens[at - 1].EndsWith(',') && EndsPhrase(token)), "spoken-to", marks);
        AddIf(at == 0 && token.EndsWith(',') && tokens.Length > 2, "starts-with-name", marks);
        AddIf(word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal), "name's", marks);
    }

    private static bool IsName(string word) =>
        word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[1]) && !NoNames.Contains(word.Replace('’', '\''));

    private static bool IsCode(string word) =>
        word.Length > 4 && word.Any(char.IsAsciiDigit) && word.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    private static bool EndsSentence(string token) => token[^1] is '.' or '!' or '?' or ':';

    private static bool EndsPhrase(string token) => token[^1] is '.' or '!' or '?' or ',';

    private static void AddIf(bool isTrue, string mark, HashSet<string> marks)
    {
        if (isTrue)
        {
            marks.Add(mark);
        }
    }
}
