namespace HartwoodPolicyBot.Core.Search;

/// <summary>Tells texts that are too short to ask anything: a letter or two, loose letters, or one word that nobody has used.</summary>
internal static class ShortTexts
{
    /// <summary>A text of fewer letters is about nothing: the classifier would only guess.</summary>
    private const int FewestLetters = 3;

    /// <summary>What people write beside a word without asking more.</summary>
    private static readonly string[] Courtesies = ["please", "pls", "plz", "thanks", "thx", "hi", "hello"];

    /// <summary>Returns whether a text is too short to be about anything. The short name of something, such as "fb", is not.</summary>
    public static bool AreFew(QuestionText text) =>
        text.Words.Sum(word => word.Length) < FewestLetters
        && (text.Words.Count > 1 || text.Words[0].Length == 1 || text.Concepts.Count == 0);

    /// <summary>Returns whether the words are several single letters.</summary>
    public static bool AreLoose(IReadOnlyList<string> words) => words.Count > 1 && words.All(word => word.Length == 1);

    /// <summary>
    /// Says whether a text is a single word that nobody has used, such as "stat" or "stat pls": cut off, or of something else. The
    /// classifier would take it by its letters for another word.
    /// </summary>
    public static bool IsUnknownWord(QuestionText text, SpellingCorrection spelling) =>
        text.Concepts.Count == 0
        && text.Words.Where(word => !Courtesies.Contains(word)).Take(2).ToList() is [var alone]
        && !spelling.Knows(alone);
}
