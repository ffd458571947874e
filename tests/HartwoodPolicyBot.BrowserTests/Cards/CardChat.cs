using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.BrowserTests.Running;

namespace HartwoodPolicyBot.BrowserTests.Cards;

/// <summary>Holds a conversation with the running bot without a page: sends activities and returns cards.</summary>
internal sealed class CardChat : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private readonly FakeTeams teams = new();
    private readonly string conversation = $"a:{Guid.NewGuid()}";
    private readonly Uri endpoint;
    private readonly string? person;
    private int said;

    private CardChat(Uri bot, string? person) => (endpoint, this.person) = (new Uri(bot, "/api/messages"), person);

    /// <param name="bot">The running bot.</param>
    /// <param name="person">The person's Entra id, for cards that depend on who asks.</param>
    public static async Task<CardChat> WithAsync(RunningBot bot, string? person = null)
    {
        var chat = new CardChat(await bot.AddressAsync(), person);
        await chat.teams.StartAsync();
        return chat;
    }

    /// <summary>Returns the card that answers an installation, in this chat or in a team.</summary>
    public Task<JsonElement> InstallAsync(bool inTeam) =>
        CardAfterAsync(
            new()
            {
                ["type"] = "installationUpdate",
                ["action"] = "add",
                ["channelData"] = inTeam ? new { team = new { id = conversation } } : null,
            }
        );

    /// <summary>Returns the card that answers a message.</summary>
    public Task<JsonElement> AskAsync(string text) => CardAfterAsync(new() { ["type"] = "message", ["text"] = text });

    /// <summary>Returns the card that answers a file, sent as Teams tells of it.</summary>
    public Task<JsonElement> SendAsync(JsonObject attachment) =>
        CardAfterAsync(new() { ["type"] = "message", ["attachments"] = new[] { attachment } });

    /// <summary>Returns the card after a form was sent as it was filled in when it came.</summary>
    public Task<JsonElement> SubmitAsync(JsonElement card, string title)
    {
        var action = JsonNode.Parse(CardReader.Button(card, title).GetRawText())!;
        foreach (var input in CardReader.Nodes(card).Where(node => node.TryGetProperty("label", out _) && node.TryGetProperty("id", out _)))
        {
            action["data"]![input.GetProperty("id").GetString()!] = input.TryGetProperty("value", out var value) ? value.GetString() : "";
        }

        return CardAfterAsync(
            new()
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["value"] = new { action },
            }
        );
    }

    /// <summary>Returns the card after a tap, which replaces <paramref name="card"/> or comes as a message.</summary>
    public Task<JsonElement> TapAsync(JsonElement card, string title) =>
        CardAfterAsync(
            new()
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["value"] = new { action = CardReader.Button(card, title) },
            }
        );

    /// <summary>Waits for a message to this chat that has these words, and returns its card.</summary>
    public async Task<JsonElement> ToldAsync(string words)
    {
        var told = await teams.ArrivedAsync(sent => sent.Body.GetRawText().Contains(words, StringComparison.Ordinal));
        return told.Body.GetProperty("attachments")[0].GetProperty("content");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await teams.DisposeAsync();
    }

    private async Task<JsonElement> CardAfterAsync(Dictionary<string, object?> activity)
    {
        var before = teams.Requests.Count;
        activity["id"] = $"{++said}";
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = teams.ServiceUrl;
        activity["conversation"] = new { id = conversation, conversationType = "personal" };
        activity["from"] = new
        {
            id = "29:priya",
            name = "Priya Shah",
            aadObjectId = person,
        };
        activity["recipient"] = new { id = "28:bot" };
        using var answer = await http.PostAsJsonAsync(endpoint, activity);
        answer.EnsureSuccessStatusCode();
        return teams.Requests.Skip(before).LastOrDefault() is { } sent
            ? sent.Body.GetProperty("attachments")[0].GetProperty("content")
            : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("value");
    }
}
