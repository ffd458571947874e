using System.Text;

namespace AdaptiveCards;

/// <summary>
/// Holds text that clients read as Markdown. A plain string is escaped, so that a link, an emphasis or an <c>&lt;at&gt;</c>
/// mention in it can't do anything. Phones show the escapes, so the words of people and documents go into an
/// <see cref="AdaptiveRichTextBlock"/>. Only <see cref="Formatted"/> allows markup.
/// </summary>
/// <remarks>Source: learn.microsoft.com, Teams "Format cards": markdown subset of TextBlock.</remarks>
public readonly record struct CardText
{
    private CardText(string markdown, string? words) => (Markdown, Words) = (markdown, words);

    /// <summary>The text as it is sent to the client.</summary>
    public string Markdown { get; }

    /// <summary>The words as somebody wrote them; null for the bot's own markup.</summary>
    internal string? Words { get; }

    public static implicit operator CardText(string words) => new(Escape(words), words);

    /// <summary>
    /// Makes text from the bot's own markup. Words from people or documents must go through <see cref="Escape"/> first.
    /// </summary>
    public static CardText Formatted(string markdown) => new(markdown, null);

    /// <summary>Escapes <paramref name="words"/> so that they are shown exactly as written.</summary>
    public static string Escape(string words)
    {
        var escaped = new StringBuilder(words.Length + 8);
        for (var at = 0; at < words.Length; at++)
        {
            var letter = words[at];
            switch (letter)
            {
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '[' or ']' or '*' or '_' or '`' or '~' or '\\':
                    escaped.Append('\\').Append(letter);
                    break;
                case '#' or '-' or '+' or '>' or '=' when StartsLine(words, at):
                    escaped.Append('\\').Append(letter);
                    break;
                case '.' or ')' when EndsLineNumber(words, at):
                    escaped.Append('\\').Append(letter);
                    break;
                default:
                    escaped.Append(letter);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Returns whether every client shows <paramref name="words"/> as they are, also where it reads Markdown.</summary>
    public static bool IsPlain(string words) => Escape(words) == words;

    /// <summary>
    /// Returns whether only spaces are between the last line break and <paramref name="at"/>, where a list or heading would
    /// begin.
    /// </summary>
    private static bool StartsLine(string words, int at)
    {
        while (--at >= 0 && words[at] is ' ' or '\t') { }

        return at < 0 || words[at] is '\n' or '\r';
    }

    /// <summary>Returns whether a number at the start of a line ends here: "1." would become a list.</summary>
    private static bool EndsLineNumber(string words, int at)
    {
        var digit = at;
        while (digit > 0 && char.IsAsciiDigit(words[digit - 1]))
        {
            digit--;
        }

        return digit < at && StartsLine(words, digit);
    }
}
