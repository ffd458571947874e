namespace HartwoodPolicyBot.Core.Common;

/// <summary>The beginning of a text. Lengths are in UTF-16 units, and no character is cut in half.</summary>
public static class Excerpt
{
    /// <summary>At most <paramref name="longest"/> of <paramref name="text"/>, with "…" where something is left out.</summary>
    public static string Of(string text, int longest) => text.Length <= longest ? text : Cut(text, longest - 1).TrimEnd() + "…";

    /// <summary>At most <paramref name="longest"/> of <paramref name="text"/>, and nothing to show that it goes on.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];
}
