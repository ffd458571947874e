using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Attack.Common;

/// <summary>Is a button as the bot put it on a card, with the person and the place that it was meant for.</summary>
/// <param name="Person">The first name of the person who got the card; the practice manager for a card in a channel.</param>
/// <param name="Conversation">The chat or the channel's thread that the card is in.</param>
/// <param name="Action">The action, with its verb and its data.</param>
/// <param name="Inputs">The ids of the inputs on the card, whose values come with the click.</param>
internal sealed record RecordedClick(string Person, string Conversation, JsonElement Action, IReadOnlyList<string> Inputs)
{
    public string Verb => Action.GetProperty("verb").GetString()!;

    public string? Id => Action.TryGetProperty("data", out var data) && data.TryGetProperty("id", out var id) ? id.GetString() : null;

    public bool IsInChannel => Conversation.StartsWith("19:", StringComparison.Ordinal);

    /// <summary>Names the form that the button opens or sends, so that one of each kind can be told from the others.</summary>
    public string Kind
    {
        get
        {
            var kept = Action.TryGetProperty("data", out var data) && data.TryGetProperty("kept", out var values) ? values : default;
            var form = kept.ValueKind == JsonValueKind.Object && kept.TryGetProperty("form", out var named) ? named.GetString() : "";
            var place =
                IsInChannel ? "channel"
                : Person is "margaret" or "owen" ? Person
                : "staff";
            return $"{Verb} {form} {place} {string.Join(',', Inputs)}";
        }
    }

    /// <summary>Returns the click as the person whom the card was meant for sends it.</summary>
    public JsonObject ByOwner(AttackedBot bot, IReadOnlyDictionary<string, string>? answers = null) =>
        By(ChatOf(bot, Person, Conversation), answers);

    /// <summary>Returns the click as somebody sends it.</summary>
    public JsonObject By(Chat chat, IReadOnlyDictionary<string, string>? answers = null)
    {
        var data = Action.TryGetProperty("data", out var own) ? JsonNode.Parse(own.GetRawText())!.AsObject() : [];
        foreach (var input in Inputs)
        {
            data[input] = answers?.GetValueOrDefault(input) ?? ValidAnswers.For(input);
        }

        var activity = chat.Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = Verb,
                ["data"] = data,
            },
            ["trigger"] = "manual",
        };
        return activity;
    }

    public static Chat ChatOf(AttackedBot bot, string person, string conversation)
    {
        if (!conversation.StartsWith("19:", StringComparison.Ordinal))
        {
            return bot.Person(person);
        }

        return new Chat(bot, conversation.Contains("thread.tacv2", StringComparison.Ordinal) ? "channel" : "groupChat")
        {
            Person = bot.InChannel().Person,
            Conversation = conversation,
            Name = "Margaret Ellis",
        };
    }
}

/// <summary>Holds answers that forms take.</summary>
internal static class ValidAnswers
{
    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["what"] = "A photo of the reception desk is on Instagram.",
        ["kind"] = "WorkplaceImage",
        ["platform"] = "Instagram",
        ["account"] = "Personal",
        ["link"] = "https://example.com/p/1",
        ["visible"] = "Yes",
        ["happened"] = "2026-11-20",
        ["noticed"] = "2026-11-21",
        ["patient"] = "No",
        ["done"] = "Asked for it to be taken down.",
        ["source"] = "Staff",
        ["appear"] = "Named",
        ["aboutManager"] = "false",
        ["consequence"] = "2",
        ["likelihood"] = "2",
        ["period"] = "ThisMonth",
        ["from"] = "2026-11-01",
        ["to"] = "2026-11-20",
        ["due"] = "2026-12-20",
        ["always"] = "false",
    };

    public static string For(string input) => Answers.GetValueOrDefault(input, "The words of a test.");
}
