using System.Text.Json;

namespace HartwoodPolicyBot.Testing;

/// <summary>Holds what the bot sent, with easy ways to read its card. <see cref="Request"/> is null when the bot sent nothing.</summary>
public sealed record Reply(JsonElement Message, TeamsRequest? Request)
{
    public bool IsSilence => Request is null;

    public JsonElement Card => Message.GetProperty("attachments")[0].GetProperty("content");

    public string Summary => Message.GetProperty("summary").GetString()!;

    /// <summary>Returns all that a person reads on the card, line by line.</summary>
    public IReadOnlyList<string> Texts => CardReader.Texts(Card);

    /// <summary>Returns the headings of the cited sections, best first; empty without a citation.</summary>
    public IReadOnlyList<string> Cited =>
        Message.TryGetProperty("entities", out var entities)
            ?
            [
                .. entities[0]
                    .GetProperty("citation")
                    .EnumerateArray()
                    .Select(citation => citation.GetProperty("appearance").GetProperty("name").GetString()!),
            ]
            : [];

    public JsonElement Button(string title) => CardReader.Button(Card, title);

    public IReadOnlyList<string> Buttons => [.. CardReader.Actions(Card).Select(action => action.GetProperty("title").GetString()!)];
}

/// <summary>Reads the JSON of a card.</summary>
public static class CardReader
{
    public static IReadOnlyList<string> Texts(JsonElement card) => [.. Nodes(card).Select(Text).OfType<string>()];

    /// <summary>Returns the paragraphs that clients read as Markdown.</summary>
    public static IEnumerable<JsonElement> TextBlocks(JsonElement card) => Nodes(card).Where(node => Is(node, "TextBlock"));

    /// <summary>Returns what a person reads in a paragraph, of the bot's own words or of others'; null if it is none.</summary>
    private static string? Text(JsonElement node) =>
        Is(node, "TextBlock") ? node.GetProperty("text").GetString()
        : Is(node, "RichTextBlock")
            ? string.Concat(node.GetProperty("inlines").EnumerateArray().Select(run => run.GetProperty("text").GetString()))
        : null;

    /// <summary>Returns every button and tappable row, without their fallbacks.</summary>
    public static IReadOnlyList<JsonElement> Actions(JsonElement card) => [.. Nodes(card).Where(IsAction)];

    public static JsonElement Button(JsonElement card, string title) =>
        Actions(card).Single(action => action.GetProperty("title").GetString() == title);

    public static IEnumerable<JsonElement> Nodes(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            return node.EnumerateArray().SelectMany(Nodes);
        }

        return node.ValueKind == JsonValueKind.Object
            ? node.EnumerateObject()
                .Where(property => property.Name is not "fallback")
                .SelectMany(property => Nodes(property.Value))
                .Prepend(node)
            : [];
    }

    private static bool IsAction(JsonElement node) =>
        node.TryGetProperty("type", out var type)
        && type.GetString()!.StartsWith("Action.", StringComparison.Ordinal)
        && node.TryGetProperty("title", out _);

    private static bool Is(JsonElement node, string type) => node.TryGetProperty("type", out var named) && named.GetString() == type;
}
