using System.Text.Json;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Holds, as text, the message on whose menu somebody chose a command of the bot. The client sent it, so it is unchecked.
/// </summary>
/// <param name="Text">The text without markup; empty if there is none.</param>
/// <param name="Link">A link that opens the message in Teams.</param>
/// <param name="AuthorId">The author's Entra id, used only to find out what they do at the practice.</param>
/// <param name="IsApp">True if an app wrote the message.</param>
internal sealed record MenuMessage(string Text, string Link, string? AuthorId, bool IsApp)
{
    private const int LongestHtml = 20_000;

    public static MenuMessage In(JsonElement? value)
    {
        if (Part(value ?? default, "messagePayload") is not { } message)
        {
            return new("", "", null, false);
        }

        var from = Part(message, "from");
        var html = Part(message, "body") is { } body ? String(body, "content") : "";
        return new(
            WrittenText.InHtml(Excerpt.Cut(html, LongestHtml)),
            String(message, "linkToMessage"),
            from is { } sender && Part(sender, "user") is { } user ? String(user, "id") : null,
            from is { } writer && Part(writer, "application") is not null
        );
    }

    private static JsonElement? Part(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object
            ? part
            : null;

    private static string String(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString()! : "";
}
