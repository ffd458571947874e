using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Incidents;

/// <summary>The message that a "Report this message" was chosen on, as text. From the client, so unchecked.</summary>
/// <param name="Text">Without markup; empty when there is none.</param>
/// <param name="Link">Opens it in Teams.</param>
/// <param name="AuthorId">Entra id; used for the author's part in the practice only.</param>
/// <param name="IsApp">Written by an app.</param>
internal sealed partial record ReportedMessage(string Text, string Link, string? AuthorId, bool IsApp)
{
    private const int LongestHtml = 20_000;

    public static ReportedMessage In(JsonElement? value)
    {
        if (Part(value ?? default, "messagePayload") is not { } message)
        {
            return new("", "", null, false);
        }

        var from = Part(message, "from");
        var html = Part(message, "body") is { } body ? String(body, "content") : "";
        return new(
            Plain(Excerpt.Cut(html, LongestHtml)),
            String(message, "linkToMessage"),
            from is { } sender && Part(sender, "user") is { } user ? String(user, "id") : null,
            from is { } writer && Part(writer, "application") is not null
        );
    }

    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(Break().Replace(html, "\n"), " ")).Trim();

    private static JsonElement? Part(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object
            ? part
            : null;

    private static string String(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString()! : "";

    [GeneratedRegex("<br[^>]*>|</p>|</div>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
