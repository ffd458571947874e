using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.TaughtPhrasings;

/// <summary>Runs a bot on either database whose practice managers teach it which section answers a question.</summary>
internal sealed class TeachingChat : IAsyncDisposable
{
    public const string Uncovered = "where do i get a key for the staff lockers";
    public const string Anonymity = "social-media/anonymity";
    public const string Interactions = "social-media/interactions-online";

    private TeachingChat(PublishingChat publishing) => Publishing = publishing;

    public PublishingChat Publishing { get; }

    public BotHost Bot => Publishing.Bot;

    public Chat Manager => Publishing.Manager;

    public Chat Second => Publishing.Practice.Personal(Practice.SecondId);

    public Chat Staff => Bot.Chat();

    public static async Task<TeachingChat> OpenAsync(StorageProvider provider = StorageProvider.Sqlite) =>
        new(await PublishingChat.OpenAsync(provider));

    /// <summary>Opens the form that asks for the section, of the group whose first wording this is.</summary>
    public static async Task<JsonElement> FormAsync(Chat manager, string question)
    {
        var list = await manager.SayAsync("unanswered");
        var group = await manager.FillAsync(list.Button(question));
        return await manager.FillAsync(CardReader.Button(group, "The policy covers this"));
    }

    /// <summary>Chooses a section and, if it has several clauses, the one that is offered. Returns the card that follows.</summary>
    public static async Task<JsonElement> ChooseAsync(Chat manager, JsonElement form, string section, string? ticked = null)
    {
        CardRules.Hold(form);
        var card = await manager.FillAsync(
            CardReader.Button(form, "Choose"),
            new() { ["section"] = section, ["ticked"] = ticked ?? Ticked(form) }
        );
        CardRules.Hold(card);
        return IsClauses(card) ? await manager.FillAsync(CardReader.Button(card, "Teach this"), Chosen(card)) : card;
    }

    /// <summary>Teaches a section for a question that is in the list, and returns the last card.</summary>
    public static async Task<JsonElement> TeachAsync(Chat manager, string question, string section = Anonymity) =>
        await ChooseAsync(manager, await FormAsync(manager, question), section);

    public static bool IsTaught(JsonElement card) => CardReader.Texts(card)[0] == "Thanks, I've learned that";

    public static bool IsClauses(JsonElement card) => CardReader.Texts(card)[0] == "Which part answers it?";

    public static string Ticked(JsonElement form) => ValueOf(form, "ticked");

    public static JsonObject Chosen(JsonElement clauses) => new() { ["clause"] = ValueOf(clauses, "clause") };

    public Task<List<TaughtPhrasing>> RowsAsync() => Bot.ReadAsync(database => database.TaughtPhrasings.ToListAsync());

    public Task<List<string>> ActionsAsync() =>
        Bot.ReadAsync(database =>
            database
                .ManagerActions.Where(row => row.Action.StartsWith("taught."))
                .OrderBy(row => row.At)
                .ThenBy(row => row.Id)
                .Select(row => row.Action)
                .ToListAsync()
        );

    public static Task<bool> LookAsync(BotHost bot) => bot.Services.GetRequiredService<TaughtSections>().RefreshAsync(default);

    public ValueTask DisposeAsync() => Publishing.DisposeAsync();

    private static string ValueOf(JsonElement card, string input) =>
        CardReader
            .Nodes(card)
            .Single(node => node.TryGetProperty("id", out var id) && id.ToString() == input && node.TryGetProperty("label", out _))
            .GetProperty("value")
            .GetString()!;
}
