using System.Text.Json;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>Holds what a person wrote in a message, without the marks that Teams puts around it.</summary>
/// <param name="Kept">The words as they may be kept: colleagues who are mentioned are not named.</param>
/// <param name="Command">The words as they are read as a command: without any mention.</param>
/// <param name="MentionsBot">True if the bot is mentioned. Teams sends group messages only then, unless an app asks for all.</param>
public sealed record WrittenText(string Kept, string Command, bool MentionsBot)
{
    /// <summary>
    /// So much of what a person wrote is read, in UTF-16 units. No question, command or form takes as much, so nothing spends time on
    /// masking it before it is refused.
    /// </summary>
    public const int Longest = 28 * 1024;

    public static readonly WrittenText Nothing = new("", "", MentionsBot: false);

    /// <summary>Stands for a colleague who is mentioned, until it is clear how the words are used. It is in no text.</summary>
    internal const char Colleague = '\ufffc';
    private const string ColleagueInWords = "[a colleague]";

    /// <summary>
    /// Reads the words of a message. Teams sends them as text with a few marks in it, and nearly always once more as HTML.
    /// </summary>
    /// <remarks>
    /// Sources: OfficeDocs-SkypeForBusiness#4723 ("&lt;data&gt;" is sent as typed in plain text, and as an entity in the HTML);
    /// openclaw#142496 ("&amp;nbsp;" in the text; words in the HTML only); openclaw#102376 and teams.net#389 (quotes).
    /// </remarks>
    internal static WrittenText Of(TeamsActivity activity)
    {
        var mentions = new Mentions(activity);
        var html = activity.Attachments?.FirstOrDefault(attachment => attachment?.ContentType == "text/html")?.Content
            is JsonElement { ValueKind: JsonValueKind.String } content
            ? content.GetString()
            : null;
        var text = Words(activity, html, mentions);
        var folded = Cut(ActivityText.Fold(mentions.InPlainText(text)));
        return new(
            folded.Replace($"{Colleague}", ColleagueInWords, StringComparison.Ordinal),
            ActivityText.Fold(folded.Replace(Colleague, ' ')),
            mentions.IncludeBot
        );
    }

    /// <summary>Returns the words of HTML as a person sees them, with the names of people who are mentioned.</summary>
    public static string InHtml(string html) => new MarkupReader(html, isHtml: true, decodes: true, mark => mark.Name).Read().Trim();

    /// <summary>Cuts what is longer than <see cref="Longest"/>, but no character in half.</summary>
    internal static string Cut(string text) =>
        text.Length <= Longest ? text
        : char.IsHighSurrogate(text[Longest - 1]) ? text[..(Longest - 1)]
        : text[..Longest];

    private static string Words(TeamsActivity activity, string? html, Mentions mentions)
    {
        var text = activity.Text ?? "";
        if (string.Equals(activity.TextFormat, "xml", StringComparison.OrdinalIgnoreCase))
        {
            return mentions.Read(text, isHtml: true, decodes: true).Words;
        }

        var typed = mentions.Read(text, isHtml: false, decodes: false);
        if (html is not null)
        {
            // The older form of a quote puts the quoted words into the text, and only the HTML tells them from the person's.
            var shown = mentions.Read(html, isHtml: true, decodes: true);
            if (!typed.Words.Any(char.IsLetterOrDigit) || (shown.HasQuote && !typed.HasQuote))
            {
                return shown.Words;
            }

            if (HasSameCharacters(typed.Words, shown.Words))
            {
                return typed.Words;
            }
        }
        else if (IsPlain(activity.TextFormat) && !text.Contains("&nbsp;", StringComparison.OrdinalIgnoreCase))
        {
            return typed.HasQuote ? typed.Words : mentions.WithoutQuotedWords(typed.Words);
        }

        var decoded = mentions.Read(text, isHtml: false, decodes: true);
        return decoded.HasQuote ? decoded.Words : mentions.WithoutQuotedWords(decoded.Words);
    }

    private static bool IsPlain(string? format) => string.Equals(format, "plain", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Compares what is on a keyboard, except spaces. Emoji are not compared: the text often leaves them out, and the HTML never.
    /// </summary>
    private static bool HasSameCharacters(string one, string other) =>
        one.Where(letter => letter is > ' ' and < '\u007f').SequenceEqual(other.Where(letter => letter is > ' ' and < '\u007f'));
}
