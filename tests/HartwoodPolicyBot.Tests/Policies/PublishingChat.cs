using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Runs a bot on either database with practice managers who send files, review and publish them.</summary>
public sealed class PublishingChat : IAsyncDisposable
{
    private readonly FakeFiles files;
    private readonly TestDatabase database;

    private PublishingChat(FakeFiles files, TestDatabase database, Practice practice) =>
        (this.files, this.database, Practice) = (files, database, practice);

    public Practice Practice { get; }

    public BotHost Bot => Practice.Bot;

    public FakeFiles Files => files;

    public Chat Manager => Practice.Personal(Practice.ManagerId);

    public static async Task<PublishingChat> OpenAsync(StorageProvider provider, params (string Key, string Value)[] settings)
    {
        var own = await TestDatabase.CreateAsync(provider);
        return new(await FakeFiles.StartAsync(), own, await StartAsync(own, provider, settings));
    }

    /// <summary>Starts another instance on the same database.</summary>
    public Task<Practice> OpenSecondAsync(StorageProvider provider) => StartAsync(database, provider);

    /// <summary>Sends a text as a Markdown file, and returns the answer.</summary>
    public Task<Reply> SendAsync(Chat chat, string markdown, string name = "Social media policy.md") =>
        SendAsync(chat, files.Keep(name, Encoding.UTF8.GetBytes(markdown)));

    public static Task<Reply> SendAsync(Chat chat, JsonObject attachment)
    {
        var activity = chat.Activity("message");
        activity["attachments"] = new JsonArray(attachment);
        return chat.SendAsync(activity);
    }

    /// <summary>Sends a text, opens the form and publishes it with what the form is filled in with.</summary>
    public async Task<JsonElement> PublishAsync(string markdown, JsonObject? changes = null)
    {
        var review = (await SendAsync(Manager, markdown)).Card;
        return await PublishAsync(Manager, review, changes);
    }

    public static async Task<JsonElement> PublishAsync(Chat manager, JsonElement review, JsonObject? changes = null)
    {
        var form = await manager.FillAsync(CardReader.Button(review, "Publish…"));
        return await manager.FillAsync(CardReader.Button(form, "Publish"), Answers(form, changes));
    }

    /// <summary>Opens the page of a review.</summary>
    public async Task<string> PageAsync(JsonElement review) =>
        System.Net.WebUtility.HtmlDecode(
            await Bot.Http.GetStringAsync(
                new Uri(CardReader.Button(review, "Open the full review").GetProperty("url").GetString()!).PathAndQuery
            )
        );

    public async ValueTask DisposeAsync()
    {
        await Practice.DisposeAsync();
        await files.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Returns the answers that a form already has, with some of them changed.</summary>
    public static JsonObject Answers(JsonElement form, JsonObject? changes = null)
    {
        var answers = new JsonObject();
        foreach (var input in CardReader.Nodes(form).Where(node => node.TryGetProperty("label", out _) && node.TryGetProperty("id", out _)))
        {
            answers[input.GetProperty("id").GetString()!] = input.TryGetProperty("value", out var value) ? value.GetString() : "";
        }

        foreach (var (field, answer) in changes ?? [])
        {
            answers[field] = answer?.DeepClone();
        }

        return answers;
    }

    private static Task<Practice> StartAsync(TestDatabase database, StorageProvider provider, params (string, string)[] settings) =>
        Practice.OpenAsync(
            withChannel: false,
            settings: [("Storage:ConnectionString", database.ConnectionString), ("Storage:Provider", $"{provider}"), .. settings]
        );
}
