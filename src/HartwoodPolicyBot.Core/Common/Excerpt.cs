namespace HartwoodPolicyBot.Core.Common;

/// <summary>The beginning of a text.</summary>
public static class Excerpt
{
    /// <summary>At most <paramref name="longest"/> UTF-16 units of <paramref name="text"/>, never half a character, with "…" where something is left out.</summary>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd() + "…";
    }
}
