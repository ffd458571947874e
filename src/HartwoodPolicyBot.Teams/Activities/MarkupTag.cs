namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>Holds the name of a tag, in lower case, and whether it ends an element or is empty ("&lt;br/&gt;").</summary>
internal readonly record struct MarkupTag(string Name, bool IsEnd, bool IsEmpty)
{
    private const int LongestName = 20;

    /// <summary>Reads what is between the brackets; returns null for what cannot be a tag, such as "2 &lt; 3 and 4 &gt; 3".</summary>
    public static MarkupTag? Read(ReadOnlySpan<char> inside)
    {
        var isEnd = inside.StartsWith('/');
        var rest = isEnd ? inside[1..] : inside;
        var length = rest.IndexOfAnyExcept(Letters);
        var name = length < 0 ? rest : rest[..length];
        return name.Length is 0 or > LongestName || !(length < 0 || rest[length] == '/' || char.IsWhiteSpace(rest[length]))
            ? null
            : new(name.ToString().ToLowerInvariant(), isEnd, inside.EndsWith('/'));
    }

    /// <summary>Returns the value of an attribute, as written; null if the tag has none of this name.</summary>
    public static string? Value(ReadOnlySpan<char> inside, string name)
    {
        for (var rest = inside; rest.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            var after = rest[(at + name.Length)..].TrimStart();
            if (at > 0 && char.IsWhiteSpace(rest[at - 1]) && after.StartsWith('='))
            {
                return Unquoted(after[1..].TrimStart());
            }
        }

        return null;
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-"
    );

    private static string? Unquoted(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        var quote = text[0];
        if (quote is '"' or '\'')
        {
            var end = text[1..].IndexOf(quote);
            return end < 0 ? null : text.Slice(1, end).ToString();
        }

        var stop = text.IndexOfAny(' ', '\t', '/');
        return (stop < 0 ? text : text[..stop]).ToString();
    }
}
