using System.Text;

namespace AdaptiveCards;

/// <summary>
/// Text for a card. A plain string is taken as somebody's words and escaped, so that a link, an emphasis or an
/// <c>&lt;at&gt;</c> mention written in it shows as typed. Only <see cref="Formatted"/> lets markup through.
/// </summary>
/// <remarks>Source: learn.microsoft.com, Teams "Format cards": markdown subset of TextBlock.</remarks>
public readonly record struct CardText
{
    private CardText(string markdown) => Markdown = markdown;

    /// <summary>The text as it stands on the wire.</summary>
    public string Markdown { get; }

    public static implicit operator CardText(string words) => new(Escape(words));

    /// <summary>Our own markup; what people or documents wrote goes into it through <see cref="Escape"/>.</summary>
    public static CardText Formatted(string markdown) => new(markdown);

    /// <summary>Makes <paramref name="words"/> show as they are, whatever they hold.</summary>
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

    /// <summary>
    /// For the titles of choices, which some clients read as markup and others show as they stand: a link in
    /// <paramref name="words"/> is broken up, and nothing else changes.
    /// </summary>
    public static string WithoutLinks(string words) => words.Replace("](", "] (", StringComparison.Ordinal);

    /// <summary>Only blanks stand between the last line break and <paramref name="at"/>: a list or heading would begin here.</summary>
    private static bool StartsLine(string words, int at)
    {
        while (--at >= 0 && words[at] is ' ' or '\t') { }

        return at < 0 || words[at] is '\n' or '\r';
    }

    /// <summary>"1." at the start of a line would become a list.</summary>
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
