namespace HartwoodPolicyBot.Core.Common;

/// <summary>Shortens texts. Lengths are in UTF-16 units, and no character is cut in half.</summary>
public static class Excerpt
{
    /// <summary>
    /// Returns at most <paramref name="longest"/> units of <paramref name="text"/>, ending in "…" when something is left out. It ends
    /// with a whole word, unless too much of the text would be lost.
    /// </summary>
    public static string Of(string text, int longest) =>
        text.Length <= longest ? text : WholeWords(Cut(text, longest - 1), text).TrimEnd() + "…";

    /// <summary>Does the same for what is kept or searched: as much as fits, also the first letters of the next word.</summary>
    public static string Filled(string text, int longest) => text.Length <= longest ? text : Cut(text, longest - 1).TrimEnd() + "…";

    /// <summary>Returns at most <paramref name="longest"/> units of <paramref name="text"/>, without a mark where it was cut.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];

    private static string WholeWords(string cut, string text)
    {
        var space = cut.LastIndexOf(' ');
        return char.IsWhiteSpace(text[cut.Length]) || space < cut.Length - (cut.Length / 3) ? cut : cut[..space];
    }
}
