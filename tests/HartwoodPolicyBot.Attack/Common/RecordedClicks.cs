using System.Text.Json;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Storage.TakenOver;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Attack.Common;

/// <summary>
/// Finds the buttons that the bot shows: those on the cards in its old chats, those that answer a command, and those on the cards that
/// appear when any of these is pressed by whoever it was meant for.
/// </summary>
internal static class RecordedClicks
{
    private const int Deepest = 5;

    /// <summary>The last to be pressed, because they take away what others work on.</summary>
    private static readonly string[] Last = ["withdraw", "remove", "delete", "set-aside", "take-back", "use-channel", "save", "stop"];

    /// <summary>Returns every verb that the bot knows.</summary>
    public static IReadOnlyList<string> Verbs(AttackedBot bot) =>
        [
            .. bot
                .Services.GetServices<IConversation>()
                .SelectMany(conversation => conversation.Verbs)
                .Select(verb => verb.Verb)
                .Append("command")
                .Order(StringComparer.Ordinal),
        ];

    private static Task<IReadOnlyList<RecordedClick>>? found;

    /// <summary>Finds them, the first time that it is called.</summary>
    public static Task<IReadOnlyList<RecordedClick>> FindAsync() => found ??= PressAllAsync();

    /// <summary>Presses its way through a bot that is thrown away afterwards.</summary>
    private static async Task<IReadOnlyList<RecordedClick>> PressAllAsync()
    {
        await using var bot = await AttackedBot.StartAsync();
        var shown = OnOldCards().ToList();
        foreach (var command in bot.Services.GetRequiredService<CommandList>().All)
        {
            foreach (var person in new[] { "margaret", "priya", "owen" })
            {
                shown.AddRange(await TypeAsync(bot, person, command.Words[0]));
            }
        }

        var pressed = new HashSet<string>(StringComparer.Ordinal);
        for (var depth = 0; depth < Deepest; depth++)
        {
            var next = new List<RecordedClick>();
            foreach (var click in shown.Where(click => pressed.Add(click.Kind)).OrderBy(IsLast).ToList())
            {
                next.AddRange(await PressAsync(bot, click));
            }

            shown.AddRange(next);
        }

        return [.. shown.DistinctBy(click => (click.Person, click.Conversation, click.Action.GetRawText()))];
    }

    private static bool IsLast(RecordedClick click) => Last.Any(word => click.Kind.Split(' ')[0].EndsWith(word, StringComparison.Ordinal));

    private static IEnumerable<RecordedClick> OnOldCards()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(TakenOverBot.Folder, "sent-cards.json")));
        foreach (var card in json.RootElement.GetProperty("cards").EnumerateArray())
        {
            var conversation = card.GetProperty("conversation").GetString()!;
            var person = conversation.StartsWith("a:", StringComparison.Ordinal) ? conversation[2..] : "margaret";
            foreach (var button in card.GetProperty("buttons").EnumerateArray())
            {
                yield return new(person, conversation, button.Clone(), []);
            }
        }
    }

    private static async Task<IEnumerable<RecordedClick>> TypeAsync(AttackedBot bot, string person, string words)
    {
        var chat = bot.Person(person);
        var activity = chat.Activity("message");
        activity["text"] = words;
        return await AnswersAsync(bot, activity, person, chat.Conversation);
    }

    private static Task<IEnumerable<RecordedClick>> PressAsync(AttackedBot bot, RecordedClick click) =>
        AnswersAsync(bot, click.ByOwner(bot), click.Person, click.Conversation);

    /// <summary>Returns the buttons on the card that answers, in the place of the old one or as a new message.</summary>
    private static async Task<IEnumerable<RecordedClick>> AnswersAsync(
        AttackedBot bot,
        System.Text.Json.Nodes.JsonObject activity,
        string person,
        string conversation
    )
    {
        var before = bot.Teams.Requests.Count;
        var answered = await bot.SendAsync(activity);
        var messages = bot
            .Teams.Requests.Skip(before)
            .Where(request =>
                request.Path.Contains(Uri.EscapeDataString(conversation), StringComparison.Ordinal)
                || request.Path.Contains(conversation, StringComparison.Ordinal)
            )
            .SelectMany(request => CardsIn(request.Body));
        var cards = answered.Card is { } card ? messages.Prepend(card) : messages;
        return [.. cards.SelectMany(one => Buttons(one, person, conversation))];
    }

    public static IEnumerable<JsonElement> CardsIn(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("attachments", out var attachments)
            ? attachments
                .EnumerateArray()
                .Where(attachment => attachment.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Object)
                .Select(attachment => attachment.GetProperty("content"))
            : [];

    private static IEnumerable<RecordedClick> Buttons(JsonElement card, string person, string conversation)
    {
        var nodes = CardReader.Nodes(card).ToList();
        string[] inputs =
        [
            .. nodes
                .Where(node => Type(node).StartsWith("Input.", StringComparison.Ordinal))
                .Select(node => node.GetProperty("id").GetString()!),
        ];
        return nodes
            .Where(node => Type(node) == "Action.Execute" && node.TryGetProperty("verb", out _))
            .Select(action => new RecordedClick(person, conversation, action.Clone(), inputs));
    }

    private static string Type(JsonElement node) =>
        node.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";
}
