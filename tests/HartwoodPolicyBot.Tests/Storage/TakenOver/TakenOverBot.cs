using System.Data.Common;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HartwoodPolicyBot.Tests.Storage.TakenOver;

/// <summary>
/// Runs today's bot on a copy of the database that the build of 22 November 2026 left behind. It is Monday 23 November 2026, 9:00am.
/// Everything is named as it is stored and sent, never by a type of the product, because types get other names.
/// </summary>
public class TakenOverBot : BotHost, IAsyncLifetime, IAsyncDisposable
{
    public const string Manager = "11111111-aaaa-4000-8000-000000000001";
    public const string Second = "11111111-aaaa-4000-8000-000000000002";
    public const string SpeakUp = "33333333-cccc-4000-8000-000000000001";
    public const string Channel = "19:incidents@thread.tacv2";
    private const string OldServiceUrl = "https://smba.trafficmanager.net/uk/";
    private static readonly string[] People = ["priya", "tom", "aisha", "ben", "cara", "dev", "eve", "finn"];
    private readonly string copy = Path.Combine(Path.GetTempPath(), $"hartwood_taken_over_{Guid.NewGuid():N}");
    private readonly string? postgreSql;

    public TakenOverBot()
        : this(null) { }

    /// <param name="postgreSql">The connection string of a PostgreSQL database that has the old tables, empty; null for SQLite.</param>
    protected internal TakenOverBot(string? postgreSql)
    {
        this.postgreSql = postgreSql;
        File.Copy(Path.Combine(Folder, "build-2026-11-22.sqlite"), copy);
        With("Staff:PracticeManagers:0", Manager).With("Staff:PracticeManagers:1", Second);
        With("Incidents:SpeakUpPerson", SpeakUp).With("Incidents:SpeakUpInstead", "Dr Hughes");
        With("Teams:Files:Consent", "true")
            .With("Teams:Connector:AttemptTimeout", "01:00:00")
            .With("Teams:Connector:LongestClick", "01:00:00")
            .With("Delivery:Lease", "01:00:00");
        With("Storage:Provider", postgreSql is null ? "Sqlite" : "PostgreSql");
        With("Storage:ConnectionString", postgreSql ?? $"Data Source={copy}");
    }

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Storage", "TakenOver");

    /// <summary>Returns every row as it was before the start, by table.</summary>
    public StoredRows Before { get; private set; } = null!;

    /// <summary>Returns the practice manager in their channel, or in the thread of a card there.</summary>
    public Chat InChannel(string? thread = null) =>
        new(this, "channel")
        {
            Person = $"29:{Manager}",
            Conversation = thread ?? Channel,
            Name = "Margaret Ellis",
        };

    /// <summary>Returns somebody in their old chat, by the first name that the chat has in the stored rows.</summary>
    public Chat Person(string name)
    {
        var id = name switch
        {
            "margaret" => Manager,
            "owen" => SpeakUp,
            _ => $"22222222-bbbb-4000-8000-{Array.IndexOf(People, name) + 1:000000000000}",
        };
        return new(this, "personal")
        {
            Person = $"29:{id}",
            Conversation = $"a:{name}",
            Name = name,
        };
    }

    /// <summary>Waits for what the bot sends, and moves the clock where a pace holds it up.</summary>
    public Task<TeamsRequest> SentAsync(Func<TeamsRequest, bool> isIt) => Time.RunAsync(Teams.ArrivedAsync(isIt));

    /// <summary>Waits until an old card is edited and holds these words.</summary>
    internal Task<TeamsRequest> EditedAsync(OldCard card, string words) =>
        SentAsync(request =>
            request.Method == "PUT"
            && WebUtility.UrlDecode(request.Path) == card.EditPath
            && request.Body.GetRawText().Contains(words, StringComparison.Ordinal)
        );

    /// <summary>Waits for a new message into a chat or channel that holds these words.</summary>
    public Task<TeamsRequest> ToldAsync(string conversation, string words) => SentAsync(request => Tells(request, conversation, words));

    /// <summary>Says whether a request is such a message.</summary>
    public static bool Tells(TeamsRequest request, string conversation, string words) =>
        request.Method == "POST"
        && (request.Path + request.Body).Contains(conversation, StringComparison.Ordinal)
        && request.Body.GetRawText().Contains(words, StringComparison.Ordinal);

    /// <summary>Taps an old button as a phone of today does, and returns the card that replaces the old one.</summary>
    public async Task<JsonElement> TapAsync(Chat chat, JsonElement button, params (string Field, string Value)[] answers)
    {
        var filled = new JsonObject(answers.Select(answer => KeyValuePair.Create(answer.Field, (JsonNode?)answer.Value)));
        var card = await Time.RunAsync(chat.FillAsync(button, filled));
        Assert.Equal("application/vnd.microsoft.card.adaptive", chat.Body.GetProperty("type").GetString());
        return card;
    }

    /// <summary>Reads one value of the database, as text.</summary>
    public async Task<string> ValueAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    /// <summary>Reads every row as it is now.</summary>
    public async Task<StoredRows> NowAsync()
    {
        await using var connection = await OpenAsync();
        return StoredRows.In(connection, Before.Tables);
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(copy) + "*"))
        {
            File.Delete(file);
        }
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    /// <summary>Tells the fake Teams of the old chats and channels, after it listens and before the bot starts.</summary>
    protected override void Configure(IServiceCollection services)
    {
        using var old = new SqliteConnection($"Data Source={copy};Pooling=False");
        old.Open();
        using var command = old.CreateCommand();
        command.CommandText =
            $"PRAGMA journal_mode = WAL; {string.Join(' ', new[] { "Deliveries", "StaffContacts", "AlertChannels" }
            .Select(table => $"UPDATE \"{table}\" SET \"ServiceUrl\" = '{Teams.ServiceUrl}' WHERE \"ServiceUrl\" = '{OldServiceUrl}';"))}";
        command.ExecuteNonQuery();
        Before = StoredRows.In(old);
        if (postgreSql is not null)
        {
            using var target = new NpgsqlConnection(postgreSql);
            target.Open();
            Before.CopyInto(target);
        }
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = postgreSql is null
            ? new SqliteConnection($"Data Source={copy};Pooling=False")
            : new NpgsqlConnection(postgreSql);
        await connection.OpenAsync();
        return connection;
    }
}
