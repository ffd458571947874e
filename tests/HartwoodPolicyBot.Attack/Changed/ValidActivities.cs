using System.Text.Json.Nodes;
using HartwoodPolicyBot.Attack.Common;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Storage.TakenOver;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Attack.Changed;

/// <summary>Lists good activities of every kind that Teams sends: clicks, messages, dialogs, files and what happens to a chat.</summary>
internal static class ValidActivities
{
    private static readonly string[] Questions =
    [
        "can i stick a pic of reception on insta",
        "I've posted a photo of a patient's notes",
        "what size is a cover photo",
        "and on tiktok?",
        "Mrs Smith, NHS 999 000 0018, born 01.02.1980, ring 07700 900123",
        "B",
    ];

    public static IReadOnlyList<JsonObject> Of(AttackedBot bot, IReadOnlyList<RecordedClick> clicks)
    {
        var (staff, manager) = (bot.Person("priya"), bot.Person("margaret"));
        var words = bot.Services.GetRequiredService<CommandList>().All.Select(command => command.Words[0]).Concat(Questions).ToList();
        return
        [
            .. clicks.Select(click => click.ByOwner(bot)),
            .. clicks.Select(click => AsMessage(click.ByOwner(bot))),
            .. words.Select(text => Said(staff, text)),
            .. words.Select(text => Said(manager, text)),
            .. words.Select(text => Mentioned(bot.InChannel(), text)),
            .. Invokes(staff),
            .. Updates(staff, "membersAdded"),
            .. Updates(bot.InChannel(), "membersRemoved"),
        ];
    }

    private static JsonObject Said(Chat chat, string text) => With(chat.Activity("message"), ("text", text), ("textFormat", "plain"));

    private static JsonObject Mentioned(Chat chat, string text) =>
        With(
            chat.Activity("message"),
            ("text", $"<at>Hartwood Policy Bot</at>&nbsp;{text}"),
            (
                "entities",
                new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "mention",
                        ["text"] = "<at>Hartwood Policy Bot</at>",
                        ["mentioned"] = new JsonObject { ["id"] = Chat.BotId, ["name"] = "Hartwood Policy Bot" },
                    }
                )
            ),
            ("replyToId", "m-0024")
        );

    private static JsonObject AsMessage(JsonObject click)
    {
        click["type"] = "message";
        click["value"] = click["value"]!["action"]!["data"]!.DeepClone();
        click["replyToId"] = "m-0024";
        click.Remove("name");
        return click;
    }

    private static IEnumerable<JsonObject> Invokes(Chat chat)
    {
        yield return Invoke(
            chat,
            "composeExtension/fetchTask",
            """
            {"commandId":"reportMessage","commandContext":"message","messagePayload":{"id":"1",
            "linkToMessage":"https://teams.microsoft.com/l/message/1","body":{"contentType":"html","content":"<p>Mrs Smith</p>"},
            "from":{"user":{"id":"owen","displayName":"Owen Hughes"}}}}
            """
        );
        yield return Invoke(
            chat,
            "composeExtension/submitAction",
            """
            {"commandId":"reportMessage","data":{"verb":"incident-send","id":"2f0c6f0e-9f0e-4b8e-8f6e-0d4b6a1c2d3e","what":"A photo.",
            "kind":"WorkplaceImage","platform":"Instagram","patient":"No","appear":"Named"}}
            """
        );
        foreach (var action in new[] { "accept", "decline" })
        {
            yield return Invoke(
                chat,
                "fileConsent/invoke",
                $$$"""
                {"type":"fileUpload","action":"{{{action}}}","context":{"offer":"{{{OldCards.Note("unansweredFile")}}}"},
                "uploadInfo":{"contentUrl":"https://127.0.0.1/x","name":"records.csv","uploadUrl":"https://127.0.0.1:1/up",
                "uniqueId":"1150D938-8870-4044-9F2C-5BBDEBA70C9D","fileType":"csv"}}
                """
            );
        }

        yield return Invoke(chat, "task/fetch", "{}");
        yield return Invoke(chat, "message/submitAction", """{"actionName":"feedback","actionValue":{"reaction":"like"}}""");
    }

    private static JsonObject Invoke(Chat chat, string name, string value) =>
        With(chat.Activity("invoke"), ("name", name), ("value", JsonNode.Parse(value)));

    private static IEnumerable<JsonObject> Updates(Chat chat, string members)
    {
        yield return With(
            chat.Activity("conversationUpdate"),
            (members, new JsonArray(new JsonObject { ["id"] = Chat.BotId }, new JsonObject { ["id"] = "29:new" }))
        );
        yield return With(chat.Activity("installationUpdate"), ("action", members == "membersAdded" ? "add" : "remove"));
        yield return With(chat.Activity("messageReaction"), ("reactionsAdded", new JsonArray(new JsonObject { ["type"] = "like" })));
        yield return chat.Activity("messageUpdate");
        yield return chat.Activity("typing");
    }

    private static JsonObject With(JsonObject activity, params (string Name, JsonNode? Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            activity[name] = value;
        }

        return activity;
    }
}
