using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Tests.PracticeAccounts;

/// <summary>Runs a practice with accounts on either database.</summary>
internal sealed class PracticeAccountTestHost : IAsyncDisposable
{
    public const string Deputy = "22222222-bbbb-4000-8000-000000000001";
    private readonly TestDatabase database;

    private PracticeAccountTestHost(Practice practice, TestDatabase database) => (Practice, this.database) = (practice, database);

    public Practice Practice { get; }

    public BotHost Bot => Practice.Bot;

    public Chat Manager => Person(Practice.ManagerId, "Margaret Ellis");

    public Chat Second => Person(Practice.SecondId, "Simon Low");

    public static async Task<PracticeAccountTestHost> OpenAsync(StorageProvider provider, bool hasClocks = false)
    {
        var created = await TestDatabase.CreateAsync(provider);
        return new(
            await Practice.OpenAsync(
                withChannel: false,
                hasClocks,
                ("Staff:Deputies:0", Deputy),
                ("Storage:Provider", $"{provider}"),
                ("Storage:ConnectionString", created.ConnectionString)
            ),
            created
        );
    }

    public Chat Person(string id, string name) =>
        new(Bot, "personal")
        {
            Person = $"29:{id}",
            Conversation = $"a:{id}",
            Name = name,
        };

    /// <summary>Returns a member of staff who has added the bot.</summary>
    public async Task<Chat> StaffAsync(string name = "Priya Shah", string? id = null)
    {
        var chat = Person(id ?? $"{Guid.NewGuid()}", name);
        var installed = chat.Activity("installationUpdate");
        installed["action"] = "add";
        await chat.SendAsync(installed);
        return chat;
    }

    /// <summary>Puts an account on the list, as the practice manager. Returns the list.</summary>
    public async Task<JsonElement> AddAsync(string name = "@hartwood")
    {
        var manager = Manager;
        var form = await manager.FillAsync((await manager.SayAsync("accounts")).Button("Add an account"));
        return await manager.FillAsync(CardReader.Button(form, "Add account"), Account(name));
    }

    public static JsonObject Account(string name) =>
        new()
        {
            ["platform"] = "Instagram",
            ["name"] = name,
            ["purpose"] = "News and opening times",
            ["factor"] = "yes",
        };

    /// <summary>Opens an account on the list.</summary>
    public static async Task<JsonElement> OpenAsync(Chat chat, string name = "@hartwood") =>
        await chat.FillAsync((await chat.SayAsync("accounts")).Button($"Instagram: {name}"));

    /// <summary>Asks for access to the account. Returns the account's card.</summary>
    public static async Task<JsonElement> AskAsync(Chat staff)
    {
        var form = await staff.FillAsync(CardReader.Button(await OpenAsync(staff), "Ask for access"));
        return await staff.FillAsync(CardReader.Button(form, "Send request"), new() { ["why"] = "I write the newsletter" });
    }

    /// <summary>Opens the card of the only person who has asked for access or has had it.</summary>
    public static async Task<JsonElement> AccessAsync(Chat manager, string name = "Priya Shah")
    {
        var account = await OpenAsync(manager);
        return await manager.FillAsync(
            CardReader
                .Actions(account)
                .Single(action => action.GetProperty("title").GetString()!.StartsWith($"{name}: ", StringComparison.Ordinal))
        );
    }

    /// <summary>Gives access to somebody who has not asked, as the practice manager.</summary>
    public async Task GiveAsync(string name = "Priya Shah")
    {
        var list = await Manager.FillAsync(CardReader.Button(await OpenAsync(Manager), "Give access"));
        var after = await Manager.FillAsync(CardReader.Button(list, name));
        Assert.Equal("They have access. I'm telling them now.", CardReader.Texts(after)[0]);
    }

    /// <summary>Returns what the bot sent last into a chat without being asked.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(Chat chat)
    {
        await Practice.DeliveredAsync();
        return CardReader.Texts(Practice.CardOf(chat.Sent[^1]));
    }

    public async ValueTask DisposeAsync()
    {
        await Practice.DisposeAsync();
        await database.DisposeAsync();
    }
}
