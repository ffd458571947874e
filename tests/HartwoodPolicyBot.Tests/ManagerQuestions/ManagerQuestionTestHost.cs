using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>Runs a practice whose staff ask questions that the policy does not cover, and whose manager answers them.</summary>
internal sealed class ManagerQuestionTestHost : IAsyncDisposable
{
    public const string Uncovered = "where do i get a key for the staff lockers";
    public const string Covered = "Can I share an image of my workplace?";

    private ManagerQuestionTestHost(Practice practice) => Practice = practice;

    public Practice Practice { get; }

    public BotHost Bot => Practice.Bot;

    public Chat Manager =>
        new(Bot, "personal")
        {
            Person = $"29:{Practice.ManagerId}",
            Conversation = $"a:{Practice.ManagerId}",
            Name = "Margaret Ellis",
        };

    public Chat Channel => InChannel(Practice.ManagerId, "Margaret Ellis");

    public static async Task<ManagerQuestionTestHost> OpenAsync(bool withChannel = true) => new(await Practice.OpenAsync(withChannel));

    public Chat InChannel(string person, string name) =>
        new(Bot, "channel")
        {
            Person = $"29:{person}",
            Conversation = Practice.ChannelId,
            Name = name,
        };

    public Chat Staff(string name = "Priya Shah") => new(Bot, "personal") { Name = name };

    /// <summary>Asks a question, is refused and sends it to the practice manager. Returns the receipt.</summary>
    public static async Task<Reply> AskAsync(Chat staff, string question = Uncovered)
    {
        var refusal = await staff.SayAsync(question);
        return await staff.ExecuteAsync(refusal.Button("Ask the practice manager"));
    }

    /// <summary>Asks a question, is refused and sends it to the practice manager. Returns the refusal.</summary>
    public static async Task<Reply> AskedAsync(Chat staff, string question)
    {
        var refusal = await staff.SayAsync(question);
        await staff.ExecuteAsync(refusal.Button("Ask the practice manager"));
        return refusal;
    }

    /// <summary>Returns the newest card about a question in the practice manager's channel.</summary>
    public async Task<JsonElement> CardAsync()
    {
        await Practice.DeliveredAsync();
        return CardsInChannel()[^1];
    }

    public IReadOnlyList<JsonElement> CardsInChannel() =>
        [
            .. Bot
                .Teams.Requests.Where(request =>
                    request.Method is "POST" or "PUT"
                    && !request.Path.Contains("/a:", StringComparison.Ordinal)
                    && request.Body.GetRawText().Contains("fallbackText", StringComparison.Ordinal)
                )
                .Select(Practice.CardOf)
                .Where(card => card.GetProperty("fallbackText").GetString()!.StartsWith("Question ", StringComparison.Ordinal)),
        ];

    /// <summary>Answers as the practice manager in the channel.</summary>
    public async Task<JsonElement> AnswerAsync(string text, bool always = false, Chat? by = null)
    {
        var card = await CardAsync();
        var after = await (by ?? Channel).FillAsync(CardReader.Button(card, "Send answer"), Filled(text, always));
        await Practice.DeliveredAsync();
        return after;
    }

    public static JsonObject Filled(string text, bool always = false) =>
        always ? new() { ["text"] = text, ["always"] = "yes" } : new() { ["text"] = text };

    public static JsonObject Ticked(string text, string places) => new() { ["text"] = text, ["ticked"] = places };

    public ValueTask DisposeAsync() => Practice.DisposeAsync();
}
