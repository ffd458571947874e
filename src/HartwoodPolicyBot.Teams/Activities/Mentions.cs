using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// Finds out who is mentioned in a message. The mark in the text and the entity belong together by name, by number, or by
/// order; clients differ in what they send.
/// </summary>
internal sealed class Mentions
{
    /// <summary>
    /// More mentions than anybody writes. The limit is needed because each takes a search through the entities or the text.
    /// </summary>
    private const int Most = 50;
    private readonly TeamsAccount? bot;
    private readonly (MessageEntity Entity, string? Name)[] entities;
    private readonly Dictionary<string, MessageEntity> named = new(StringComparer.OrdinalIgnoreCase);
    private readonly string? quotedWords;
    private readonly string? quotedPerson;
    private int next;

    public Mentions(TeamsActivity activity)
    {
        bot = activity.Recipient;
        entities =
        [
            .. (activity.Entities ?? [])
                .Where(entity => entity is { Type: "mention", Mentioned: not null })
                .Take(Most)
                .Select(entity => (entity, entity.Mentioned!.Name is { Length: > 0 } name ? name.Trim() : NameIn(entity.Text))),
        ];
        foreach (var (entity, name) in entities.Where(entry => entry.Name is { Length: > 0 }))
        {
            named.TryAdd(name!, entity);
        }

        var quote = activity.Entities?.FirstOrDefault(entity => entity is { Type: "quotedReply", QuotedReply: not null })?.QuotedReply;
        (quotedWords, quotedPerson) = (quote?.Preview?.Trim(), quote?.SenderName?.Trim());
        IncludeBot = entities.Any(entry => IsBot(entry.Entity));
    }

    public bool IncludeBot { get; private set; }

    /// <summary>Reads the words of a text or of HTML, without the names of the people who are mentioned in it.</summary>
    public (string Words, bool HasQuote) Read(string source, bool isHtml, bool decodes)
    {
        next = 0;
        var reader = new MarkupReader(source, isHtml, decodes, Replacement);
        return (reader.Read(), reader.HasQuote);
    }

    /// <summary>Returns what to write for a mention: nothing for the bot, and a mark for anybody else.</summary>
    private string Replacement(MentionMark mark)
    {
        if (EntityOf(mark) is { } entity ? IsBot(entity) : IsBotsName(mark.Name))
        {
            IncludeBot = true;
            return " ";
        }

        return $"{WrittenText.Colleague}";
    }

    /// <summary>Replaces mentions whose entity says that they are in the text without a mark around the name.</summary>
    public string InPlainText(string text)
    {
        var names = entities.Where(entry => entry.Entity.Text is { Length: > 1 } name && !name.Contains('<', StringComparison.Ordinal));
        var longest = names.Select(entry => entry.Entity).OrderByDescending(entity => entity.Text!.Length).ToList();
        if (longest.Count == 0)
        {
            return text;
        }

        // One search for all, because a long text would take long to search for each.
        var any = SearchValues.Create([.. longest.Select(entity => entity.Text!)], StringComparison.OrdinalIgnoreCase);
        var written = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(any); at >= 0; at = rest.IndexOfAny(any))
        {
            written.Append(rest[..at]);
            rest = rest[at..];
            var entity = Named(rest, longest);
            written.Append(entity is null || IsBot(entity) ? ' ' : WrittenText.Colleague);
            rest = rest[(entity?.Text!.Length ?? 1)..];
        }

        return written.Append(rest).ToString();
    }

    private static MessageEntity? Named(ReadOnlySpan<char> text, List<MessageEntity> longest)
    {
        foreach (var entity in longest)
        {
            if (text.StartsWith(entity.Text, StringComparison.OrdinalIgnoreCase))
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>
    /// Removes the words of the quoted message from the start of the text, unless nothing else is there: then somebody wrote the
    /// same words.
    /// </summary>
    public string WithoutQuotedWords(string text)
    {
        if (quotedWords is not { Length: > 0 })
        {
            return text;
        }

        var rest = text.TrimStart();
        if (quotedPerson is { Length: > 0 } && rest.StartsWith(quotedPerson, StringComparison.Ordinal))
        {
            rest = rest[quotedPerson.Length..].TrimStart(' ', ':', '\r', '\n', '\t');
        }

        return rest.StartsWith(quotedWords, StringComparison.Ordinal) && rest.Skip(quotedWords.Length).Any(char.IsLetterOrDigit)
            ? rest[quotedWords.Length..]
            : text;
    }

    private MessageEntity? EntityOf(MentionMark mark)
    {
        if (named.TryGetValue(mark.Name, out var entity))
        {
            return entity;
        }

        if (IsBotsName(mark.Name))
        {
            return null;
        }

        return int.TryParse(mark.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < entities.Length
            ? entities[number].Entity
            : NextWithoutName();
    }

    /// <summary>Returns the next entity that says nothing but who is mentioned.</summary>
    private MessageEntity? NextWithoutName()
    {
        while (next < entities.Length)
        {
            if (entities[next++] is { Name: null } entry)
            {
                return entry.Entity;
            }
        }

        return null;
    }

    /// <summary>Returns the name in "&lt;at id="0"&gt;name&lt;/at&gt;"; null if there is none.</summary>
    private static string? NameIn(string? text)
    {
        var end = text?.LastIndexOf("</at>", StringComparison.OrdinalIgnoreCase) ?? -1;
        var start = text?.IndexOf('>', StringComparison.Ordinal) ?? -1;
        return start >= 0 && end > start ? WebUtility.HtmlDecode(text![(start + 1)..end]).Trim() : null;
    }

    private bool IsBot(MessageEntity entity) => entity.Mentioned!.Id is { Length: > 0 } id && id == bot?.Id;

    private bool IsBotsName(string name) => name.Length > 0 && string.Equals(bot?.Name?.Trim(), name, StringComparison.OrdinalIgnoreCase);
}
