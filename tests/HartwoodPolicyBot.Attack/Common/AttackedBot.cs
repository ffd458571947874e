using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Teams.Connector;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Authentication;
using HartwoodPolicyBot.Tests.Storage.TakenOver;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;

namespace HartwoodPolicyBot.Attack.Common;

/// <summary>
/// Runs the bot on a database with something in every table, asks every caller for a token, and lets time pass as it does.
/// </summary>
internal sealed class AttackedBot : TakenOverBot, IAsyncDisposable
{
    private readonly FakeBotFramework tokens = new();
    private readonly TestDatabase? postgreSql;
    private string bearer = "";

    private AttackedBot(TestDatabase? postgreSql)
        : base(postgreSql?.ConnectionString)
    {
        this.postgreSql = postgreSql;
        With("MicrosoftAppType", "SingleTenant").With("MicrosoftAppId", BotIdentities.App);
        With("MicrosoftAppTenantId", BotIdentities.Tenant).With("MicrosoftAppPassword", "a secret for tests");
        With("Teams:Connector:AllowedServiceHosts:0", "127.0.0.1").With("Teams:Connector:AttemptTimeout", "00:00:10");
        With("Bot:MessagesPerMinute", "6000").With("Bot:Burst", "6000");
    }

    public static bool HasPostgreSql => Environment.GetEnvironmentVariable("HARTWOOD_TEST_POSTGRES") is { Length: > 0 };

    public static IReadOnlyList<StorageProvider> Providers =>
        HasPostgreSql ? [StorageProvider.Sqlite, StorageProvider.PostgreSql] : [StorageProvider.Sqlite];

    public static async Task<AttackedBot> StartAsync(StorageProvider provider = StorageProvider.Sqlite)
    {
        TestDatabase? test = null;
        if (provider == StorageProvider.PostgreSql)
        {
            test = await TestDatabase.CreateEmptyAsync(provider);
            await using var empty = test.Open();
            var last = TakenOverDatabaseTests.LastMigrationOfThen[TakenOverDatabaseTests.BeforeName..];
            await empty.GetService<IMigrator>().MigrateAsync(last);
        }

        var bot = new AttackedBot(test);
        await bot.tokens.StartAsync();
        bot.With("ToBotFromChannelOpenIdMetadataUrl", bot.tokens.Address);
        await bot.InitializeAsync();
        bot.bearer = FakeBotFramework.Bearer(FakeBotFramework.Claims(bot.Teams.ServiceUrl.AbsoluteUri), bot.tokens.Key);
        return bot;
    }

    /// <summary>Sends a body with a good token. The status is 0 when no answer came.</summary>
    public async Task<Answered> SendAsync(string body)
    {
        var since = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json", "utf-8") } },
        };
        // The bot refuses a large body before it reads it, and would cut off a client that does not wait for its word.
        request.Headers.ExpectContinue = request.Content.Headers.ContentLength > 200_000;
        request.Headers.TryAddWithoutValidation("Authorization", bearer);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, text, Stopwatch.GetElapsedTime(since));
    }

    public Task<Answered> SendAsync(JsonObject activity) => SendAsync(activity.ToJsonString());

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await tokens.DisposeAsync();
        if (postgreSql is not null)
        {
            await postgreSql.DisposeAsync();
        }
    }

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.AddSingleton<TimeProvider>(new PracticeClock(1));
        services.AddSingleton<IMsalHttpClientFactory>(new FakeEntra());

        // An attack sends more into one chat in a minute than Teams would take in a day.
        services.AddSingleton(new ConversationPacer(new PracticeClock(1000)));
    }
}

/// <summary>Is the answer to one request.</summary>
internal sealed record Answered(int Status, string Body, TimeSpan Took)
{
    /// <summary>Returns the card that the answer puts in the place of the clicked one.</summary>
    public JsonElement? Card
    {
        get
        {
            if (Body.Length == 0)
            {
                return null;
            }

            var json = JsonSerializer.Deserialize<JsonElement>(Body);
            return
                json.ValueKind == JsonValueKind.Object
                && json.TryGetProperty("type", out var type)
                && type.GetString() == "application/vnd.microsoft.card.adaptive"
                ? json.GetProperty("value")
                : null;
        }
    }
}
