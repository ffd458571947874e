namespace HartwoodPolicyBot.Core.Common;

/// <summary>Shortens texts. Lengths are in UTF-16 units, and no character is cut in half.</summary>
public static class Excerpt
{
    /// <summary>
    /// Returns at most <paramref name="longest"/> units of <paramref name="text"/>, ending in "…" when something is left out.
    /// </summary>
    public static string Of(string text, int longest) => text.Length <= longest ? text : Cut(text, longest - 1).TrimEnd() + "…";

    /// <summary>Returns at most <paramref name="longest"/> units of <paramref name="text"/>, without a mark where it was cut.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];
}
