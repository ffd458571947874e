namespace HartwoodPolicyBot.Tests.Training;

/// <summary>
/// Computes the Flesch-Kincaid grade level: 0.39 words a sentence + 11.8 syllables a word - 15.59. It is a school grade, and adding
/// five years gives the age. Syllables are counted by groups of vowels, without a silent e.
/// </summary>
/// <remarks>Source: J. P. Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel, 1975.</remarks>
internal static class ReadingAge
{
    private const int AgeOfGradeNought = 5;

    public static double Of(string text)
    {
        var sentences = text.Split(['.', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Count(part => part.Any(char.IsLetter));
        var words = Words(text);
        var grade = (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
        return grade + AgeOfGradeNought;
    }

    public static List<string> Words(string text) =>
        [
            .. text.Split([' ', '-', '"', '.', ',', ';', ':', '!', '?'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.Any(char.IsLetter)),
        ];

    private static int Syllables(string word)
    {
        var letters = word.ToLowerInvariant().Where(char.IsLetter).ToArray();
        var groups = letters.Where((letter, at) => IsVowel(letter) && (at == 0 || !IsVowel(letters[at - 1]))).Count();
        var hasSilentE = letters is [.., not 'l', 'e'] && groups > 1;
        return Math.Max(1, hasSilentE ? groups - 1 : groups);
    }

    private static bool IsVowel(char letter) => "aeiouy".Contains(letter, StringComparison.Ordinal);
}
