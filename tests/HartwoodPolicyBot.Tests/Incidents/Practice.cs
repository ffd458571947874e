using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Runs a bot with practice managers, an incidents channel, and people who click.</summary>
public sealed class Practice : IAsyncDisposable
{
    public const string ManagerId = "11111111-aaaa-4000-8000-000000000001";
    public const string SecondId = "11111111-aaaa-4000-8000-000000000002";
    public const string ChannelId = "19:incidents@thread.tacv2";

    private Practice(BotHost bot) => Bot = bot;

    public BotHost Bot { get; }

    /// <summary>Returns the practice manager in the incidents channel.</summary>
    public Chat Channel => InChannel(ManagerId);

    public static Task<Practice> OpenAsync(bool withChannel = true, params (string Key, string Value)[] settings) =>
        OpenAsync(withChannel, hasClocks: false, settings);

    /// <summary>The same, also with the work that the bot does by the clock.</summary>
    public static async Task<Practice> OpenAsync(bool withChannel, bool hasClocks, params (string Key, string Value)[] settings)
    {
        var bot = new BotHost { HasClocks = hasClocks };
        foreach (
            var (key, value) in ((string, string)[])
                [
                    ("Staff:PracticeManagers:0", ManagerId),
                    ("Staff:PracticeManagers:1", SecondId),
                    ("Teams:Connector:AttemptTimeout", "01:00:00"),
                    ("Teams:Connector:LongestClick", "01:00:00"),
                    ("Delivery:Lease", "01:00:00"),
                    .. settings,
                ]
        )
        {
            bot.With(key, value);
        }

        await bot.InitializeAsync();
        var practice = new Practice(bot);
        if (withChannel)
        {
            await practice.Channel.MentionAsync("use this channel");
        }

        return practice;
    }

    public Chat InChannel(string person, string channel = ChannelId) =>
        new(Bot, "channel") { Person = $"29:{person}", Conversation = channel };

    public Chat Personal(string person) => new(Bot, "personal") { Person = $"29:{person}", Conversation = $"a:{person}" };

    /// <summary>Returns a filled-in form with <paramref name="changes"/> in it; null removes an answer.</summary>
    public static JsonObject Filled(params (string Field, string? Answer)[] changes)
    {
        var answers = new JsonObject
        {
            ["what"] = "A photo of the reception desk is on Instagram.",
            ["kind"] = "WorkplaceImage",
            ["platform"] = "Instagram",
            ["account"] = "Personal",
            ["link"] = "https://example.com/p/1",
            ["visible"] = "Yes",
            ["happened"] = "2026-11-22",
            ["noticed"] = "2026-11-23",
            ["patient"] = "No",
            ["done"] = "Asked for it to be taken down.",
            ["source"] = "Staff",
            ["appear"] = "Named",
            ["aboutManager"] = "false",
        };
        foreach (var (field, answer) in changes)
        {
            answers[field] = answer;
        }

        return answers;
    }

    /// <summary>Returns a form with its four questions answered, and nothing else.</summary>
    public static JsonObject ShortForm() =>
        new()
        {
            ["what"] = "A photo of the reception desk is on Instagram.",
            ["patient"] = "No",
            ["visible"] = "Yes",
            ["appear"] = "Named",
        };

    /// <summary>Opens the report form, fills it in, looks at it and sends it. Returns the receipt.</summary>
    public static async Task<JsonElement> ReportAsync(Chat chat, params (string Field, string? Answer)[] changes) =>
        await SendAsync(chat, (await chat.SayAsync("report")).Button("Check report"), changes);

    /// <summary>Opens the report form and fills it in. Returns the card that replaces it: the review, or the form again.</summary>
    public static async Task<JsonElement> ReviewAsync(Chat chat, params (string Field, string? Answer)[] changes) =>
        await chat.FillAsync((await chat.SayAsync("report")).Button("Check report"), Filled(changes));

    /// <summary>Fills in a form that is open, looks at the report and sends it. Returns the receipt.</summary>
    public static async Task<JsonElement> SendAsync(Chat chat, JsonElement check, params (string Field, string? Answer)[] changes) =>
        await chat.FillAsync(CardReader.Button(await chat.FillAsync(check, Filled(changes)), "Send report"));

    /// <summary>Returns the requests to the channel for one incident's card: the post, then its edits.</summary>
    public async Task<IReadOnlyList<TeamsRequest>> CardsAsync(string reference, int atLeast = 1)
    {
        await DeliveredAsync();
        var cards = Bot
            .Teams.Requests.Where(request =>
                request.Body.ValueKind == JsonValueKind.Object
                && request.Method != "GET"
                && !request.Path.Contains("/a:", StringComparison.Ordinal)
                && MessageOf(request) is { ValueKind: JsonValueKind.Object } message
                && message.TryGetProperty("summary", out var summary)
                && summary.GetString()!.StartsWith($"{reference}: ", StringComparison.Ordinal)
            )
            .ToList();
        Assert.True(cards.Count >= atLeast, $"{cards.Count} cards of {reference}");
        return cards;
    }

    /// <summary>Returns the incident's present card in the channel, to click on.</summary>
    public async Task<JsonElement> CardAsync(string reference) => CardOf((await CardsAsync(reference))[^1]);

    public static JsonElement CardOf(TeamsRequest request) => MessageOf(request).GetProperty("attachments")[0].GetProperty("content");

    /// <summary>Returns the button that opens the form of a step, also where it is behind "More steps".</summary>
    public static JsonElement Form(JsonElement card, string form) => Step(card, "incident-form", new() { ["form"] = form });

    /// <summary>Returns a button for a step on the incident of a card.</summary>
    public static JsonElement Step(JsonElement card, string verb, JsonObject? kept = null)
    {
        var id = CardReader
            .Actions(card)
            .First(action => action.GetProperty("verb").GetString()!.StartsWith("incident-", StringComparison.Ordinal))
            .GetProperty("data")
            .GetProperty("id")
            .GetString();
        return JsonSerializer.SerializeToElement(
            new
            {
                verb,
                data = new
                {
                    verb,
                    id,
                    kept,
                },
            }
        );
    }

    /// <summary>Returns the button that saves a step's form.</summary>
    public static JsonElement Save(JsonElement form) =>
        CardReader.Actions(form).Single(action => action.GetProperty("verb").GetString() == "incident-save");

    public static string ReferenceOn(JsonElement receipt) =>
        CardReader
            .Nodes(receipt)
            .First(node => node.TryGetProperty("title", out var title) && title.GetString() == "Reference")
            .GetProperty("value")
            .GetString()!;

    /// <summary>
    /// Waits until no delivery is being sent or waits to be sent. It checks in this order because a delivery that is being sent may
    /// wait again afterwards.
    /// </summary>
    /// <param name="but">A place that accepts nothing, so its deliveries keep waiting.</param>
    public Task DeliveredAsync(string? but = null) => DeliveredAsync(Bot, but);

    /// <summary>The same for a bot without a practice around it.</summary>
    public static async Task DeliveredAsync(BotHost bot, string? but = null)
    {
        var outbox = bot.Services.GetRequiredService<Outbox>();
        var until = TimeProvider.System.GetTimestamp();
        while (
            !outbox.Busy.IsEmpty
            || await bot.ReadAsync(database => database.Deliveries.AnyAsync(row => row.State == DeliveryState.Waiting && row.Place != but))
        )
        {
            Assert.True(TimeProvider.System.GetElapsedTime(until) < TimeSpan.FromSeconds(60), "Not delivered in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);

            // Most deliveries are sent at once; one that waits for its pace or a retry needs the clock to move.
            if (TimeProvider.System.GetElapsedTime(until) > TimeSpan.FromMilliseconds(300))
            {
                bot.Time.JumpToNext();
            }
        }
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)Bot).DisposeAsync();

    private static JsonElement MessageOf(TeamsRequest request) =>
        request.Body.TryGetProperty("activity", out var first) ? first : request.Body;
}
