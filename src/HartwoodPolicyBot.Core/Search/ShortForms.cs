namespace HartwoodPolicyBot.Core.Search;

/// <summary>Writes out the short forms of text messages, such as "u" for "you", which the phrasings spell in full.</summary>
internal static class ShortForms
{
    private static readonly Dictionary<string, string[]> Long = new(StringComparer.Ordinal)
    {
        ["u"] = ["you"],
        ["r"] = ["are"],
        ["thx"] = ["thanks"],
        ["thnx"] = ["thanks"],
        ["thanx"] = ["thanks"],
        ["nvm"] = ["never", "mind"],
    };

    public static List<string> WrittenOut(List<string> words) =>
        words.Exists(Long.ContainsKey) ? [.. words.SelectMany(word => Long.GetValueOrDefault(word, [word]))] : words;
}
