using System.Globalization;
using System.Text;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>Cleans texts and ids of characters that nobody writes and that a database may refuse.</summary>
public static class ActivityText
{
    /// <summary>
    /// Puts the words on one line and removes invisible characters, in what people wrote and in the data of a click.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var space = false;
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            if (char.IsWhiteSpace(letter) || IsUnwritable(text, place))
            {
                space = folded.Length > 0;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            {
                if (space)
                {
                    folded.Append(' ');
                    space = false;
                }

                folded.Append(letter);
            }
        }

        return folded.ToString();
    }

    /// <summary>Puts a space in the place of each character that nobody writes, and leaves line breaks and tabs as they are.</summary>
    internal static string? Clean(string? text) =>
        Replaced(text, ' ', static (all, place) => IsUnwritable(all, place) && !(all[place] is '\n' or '\r' or '\t'));

    /// <summary>
    /// Puts a question mark in the place of each character that no id has. It isn't left out, so that a changed id can't become
    /// somebody else's.
    /// </summary>
    internal static string? CleanId(string? id) => Replaced(id, '?', IsUnwritable);

    /// <summary>
    /// Puts a question mark in the place of each character that a database refuses. Control characters stay, because an answer
    /// goes to the address as it came.
    /// </summary>
    internal static string? CleanAddress(string? id) =>
        Replaced(id, '?', static (all, place) => IsUnwritable(all, place) && (!char.IsControl(all[place]) || all[place] == '\0'));

    private static string? Replaced(string? text, char replacement, Func<string, int, bool> isReplaced)
    {
        if (text is null || IsPlain(text))
        {
            return text;
        }

        var cleaned = new StringBuilder(text);
        for (var place = 0; place < text.Length; place++)
        {
            if (isReplaced(text, place))
            {
                cleaned[place] = replacement;
            }
        }

        return cleaned.ToString();
    }

    /// <summary>Returns quickly whether a text has only printable characters, as nearly all have.</summary>
    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyInRange('\0', '\u001f')
        && !text.AsSpan().ContainsAnyInRange('\u007f', '\u009f')
        && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')
        && !text.AsSpan().ContainsAnyInRange('\ufffe', '\uffff');

    /// <summary>Returns whether this is a control character, half of a character, or none at all in Unicode.</summary>
    private static bool IsUnwritable(string text, int place)
    {
        var letter = text[place];
        return char.IsControl(letter)
            || letter >= '\ufffe'
            || (char.IsHighSurrogate(letter) && !(place + 1 < text.Length && char.IsLowSurrogate(text[place + 1])))
            || (char.IsLowSurrogate(letter) && !(place > 0 && char.IsHighSurrogate(text[place - 1])));
    }
}
