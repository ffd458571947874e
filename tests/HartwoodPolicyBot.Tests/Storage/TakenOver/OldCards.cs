using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Storage.TakenOver;

/// <summary>Reads the cards that the build of 22 November 2026 had sent, as they last were in Teams.</summary>
internal static class OldCards
{
    private static readonly JsonElement Kept = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(TakenOverBot.Folder, "sent-cards.json")))
        .RootElement;

    /// <summary>
    /// Finds the newest card by the start of its summary, in the chat or channel whose id starts with <paramref
    /// name="conversation"/>.
    /// </summary>
    public static OldCard Find(string conversation, string says) =>
        Kept.GetProperty("cards")
            .EnumerateArray()
            .Select(card => new OldCard(card))
            .Where(card => card.Conversation.StartsWith(conversation, StringComparison.Ordinal))
            .Last(card => card.Says.StartsWith(says, StringComparison.Ordinal));

    /// <summary>Returns a note that was written down when the cards were kept, such as a follow-up code.</summary>
    public static string Note(string name) => Kept.GetProperty("notes").GetProperty(name).GetString()!;
}

/// <summary>Is one card of the old build: where it is, and what its buttons send.</summary>
internal sealed record OldCard(JsonElement Json)
{
    public string Conversation => Json.GetProperty("conversation").GetString()!;

    public string Activity => Json.GetProperty("activity").GetString()!;

    public string Says => Json.GetProperty("says").GetString()!;

    /// <summary>Returns the path that an edit of this card has to go to.</summary>
    public string EditPath => $"/v3/conversations/{Conversation}/activities/{Activity}";

    /// <summary>Finds the first button with this verb; <paramref name="form"/> distinguishes buttons that open different forms.</summary>
    public JsonElement Button(string verb, string? form = null) =>
        Json.GetProperty("buttons").EnumerateArray().First(button => Is(button, verb, form));

    /// <summary>Finds a button by its verb on a card of today, because its title may have been reworded.</summary>
    public static JsonElement Button(JsonElement card, string verb) => CardReader.Actions(card).First(action => Is(action, verb, null));

    /// <summary>Makes a click on a button that the old build put on a form, for a form that was open when the bot was updated.</summary>
    public static JsonElement Made(string verb, string id, params (string Name, string Value)[] kept)
    {
        var keeps = new JsonObject(kept.Select(entry => KeyValuePair.Create(entry.Name, (JsonNode?)entry.Value)));
        var data = new JsonObject
        {
            ["verb"] = verb,
            ["id"] = id,
            ["kept"] = keeps,
        };
        return JsonSerializer.SerializeToElement(new JsonObject { ["verb"] = verb, ["data"] = data });
    }

    private static bool Is(JsonElement action, string verb, string? form) =>
        action.TryGetProperty("verb", out var named)
        && named.GetString() == verb
        && (form is null || action.GetProperty("data").GetProperty("kept").GetProperty("form").GetString() == form);
}
