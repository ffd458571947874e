using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HartwoodPolicyBot.Testing;

/// <summary>Plays one person in one conversation with the bot, and speaks the activity protocol over HTTP.</summary>
public sealed class Chat(BotHost host, string? kind)
{
    public const string BotId = "28:bot";
    private int said;

    public string Conversation { get; init; } = $"a:{Guid.NewGuid()}";

    public string Person { get; init; } = $"29:{Guid.NewGuid()}";

    public string? Name { get; init; }

    /// <summary>Says whether Teams gives no Entra object id for this person.</summary>
    public bool IsGuest { get; init; }

    /// <summary>Returns the HTTP status of the last activity.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Returns the body that answered the last activity; only invokes have one.</summary>
    public JsonElement Body { get; private set; }

    /// <summary>Returns everything that the bot wrote into this conversation.</summary>
    public IReadOnlyList<TeamsRequest> Sent => [.. host.Teams.In(Conversation).Where(request => request.Method != "GET")];

    /// <summary>Creates an activity of this person, which can be changed before it is sent.</summary>
    public JsonObject Activity(string type) =>
        new()
        {
            ["type"] = type,
            ["id"] = $"m{Interlocked.Increment(ref said)}-{Guid.NewGuid():N}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = host.Teams.ServiceUrl.AbsoluteUri,
            ["from"] = new JsonObject
            {
                ["id"] = Person,
                ["aadObjectId"] = IsGuest ? null : Person[3..],
                ["name"] = Name,
            },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "Hartwood Policy Bot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = Conversation,
                ["conversationType"] = kind,
                ["tenantId"] = BotIdentities.Tenant,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = BotIdentities.Tenant } },
        };

    /// <summary>Sends a message, and returns the last of the bot's answers.</summary>
    public async Task<Reply> SayAsync(string text)
    {
        var activity = Activity("message");
        activity["text"] = text;
        return await SendAsync(activity);
    }

    /// <summary>Sends a message that starts with a mention of the bot, as in a group.</summary>
    public async Task<Reply> MentionAsync(string text)
    {
        var activity = Activity("message");
        activity["text"] = $"<at>Hartwood Policy Bot</at> {text}";
        activity["entities"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>Hartwood Policy Bot</at>",
                ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = "Hartwood Policy Bot" },
            }
        );
        return await SendAsync(activity);
    }

    /// <summary>Fills in a form, taps its button and returns the card that replaces it.</summary>
    public async Task<JsonElement> FillAsync(JsonElement button, JsonObject? answers = null)
    {
        await ExecuteAsync(button, answers);
        return Body.GetProperty("value");
    }

    /// <summary>Taps a button as a client with Action.Execute does.</summary>
    public Task<Reply> ExecuteAsync(JsonElement button, JsonObject? answers = null) => SendAsync(Tap(button, answers));

    /// <summary>Creates the activity of a tap on a button.</summary>
    public JsonObject Tap(JsonElement button, JsonObject? answers = null)
    {
        var data = JsonNode.Parse(button.GetProperty("data").GetRawText())!.AsObject();
        foreach (var (field, answer) in answers ?? [])
        {
            data[field] = answer?.DeepClone();
        }

        var activity = Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = button.GetProperty("verb").GetString(),
                ["data"] = data,
            },
            ["trigger"] = "manual",
        };
        return activity;
    }

    /// <summary>Taps a button as an older client does: its fallback arrives as a message with a value.</summary>
    public async Task<Reply> SubmitAsync(JsonElement button, string card)
    {
        var activity = Activity("message");
        activity["value"] = JsonNode.Parse(button.GetProperty("fallback").GetProperty("data").GetRawText());
        activity["replyToId"] = card;
        return await SendAsync(activity);
    }

    public async Task<Reply> SendAsync(JsonNode activity)
    {
        var before = Sent.Count;
        using var response = await host.PostAsync(activity.ToJsonString());
        Status = response.StatusCode;
        var body = await response.Content.ReadAsStringAsync();
        Body = body.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(body) : default;

        // The bot also sends messages to this chat outside a turn, so only the replies to this activity count.
        var id = activity["id"]?.ToString();
        var sent = Sent.Skip(before)
            .LastOrDefault(request =>
                request.Body.ValueKind == JsonValueKind.Object
                && request.Body.TryGetProperty("replyToId", out var to)
                && to.GetString() == id
            );
        return new Reply(sent?.Body ?? default, sent);
    }
}
