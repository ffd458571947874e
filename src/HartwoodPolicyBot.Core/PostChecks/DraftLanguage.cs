using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>Says whether a draft has words that the bot can read.</summary>
internal static class DraftLanguage
{
    private const int LeastWords = 6;

    /// <summary>English text has far more small words than this, also in short posts without grammar.</summary>
    private const double LeastEnglish = 0.12;

    private static readonly HashSet<string> EnglishWords = new(StringComparer.Ordinal)
    {
        "the",
        "a",
        "an",
        "and",
        "of",
        "to",
        "in",
        "is",
        "it",
        "i",
        "im",
        "ive",
        "my",
        "you",
        "your",
        "we",
        "our",
        "for",
        "on",
        "at",
        "with",
        "was",
        "are",
        "be",
        "this",
        "that",
        "from",
        "not",
        "but",
        "so",
        "if",
        "who",
        "what",
        "have",
        "has",
        "had",
        "do",
        "dont",
        "can",
        "cant",
        "just",
        "all",
        "me",
        "he",
        "she",
        "they",
        "her",
        "his",
        "their",
        "them",
        "as",
        "by",
        "or",
        "up",
        "out",
        "no",
        "will",
        "its",
        "today",
        "day",
        "new",
        "now",
        "get",
        "go",
        "one",
        "when",
        "how",
        "why",
        "been",
        "were",
        "thank",
        "thanks",
        "please",
        "happy",
        "good",
        "love",
        "more",
        "about",
        "after",
        "than",
        "there",
        "here",
        "us",
        "too",
        "off",
        "back",
        "time",
        "work",
        "am",
    };

    /// <summary>Returns why a draft can't be read; <see cref="UnreadPart.None"/> where it can.</summary>
    public static UnreadPart Unread(Draft draft)
    {
        var words = Terms.Words(draft.Text);
        return words.Count == 0 ? UnreadPart.NoWords
            : draft.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(IsLink) ? UnreadPart.OnlyLink
            : words.Count >= LeastWords && words.Count(EnglishWords.Contains) < words.Count * LeastEnglish ? UnreadPart.NotEnglish
            : UnreadPart.None;
    }

    private static bool IsLink(string word) =>
        word.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
