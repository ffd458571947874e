using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Staff can use "Report this message" in any chat.</summary>
public sealed class MessageReportTests
{
    [Fact]
    public async Task The_dialog_shows_the_masked_message_its_author_by_role_and_the_link()
    {
        await using var practice = await Practice.OpenAsync();

        var card = await OpenAsync(
            practice,
            practice.Bot.Chat("groupChat"),
            "<p>Mrs Smith, 999 000 0018,<br>was in <b>again</b> &amp; loud</p>"
        );
        var json = card.GetRawText();

        Assert.Contains("Teams message from a colleague: Mrs Smith, [NHS number],", json, StringComparison.Ordinal);
        Assert.Contains("https://teams.microsoft.com/l/message/1", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Owen", json, StringComparison.Ordinal);
        Assert.DoesNotContain("0018", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Execute", json, StringComparison.Ordinal);
        Assert.NotEmpty(CardReader.Texts(card));
    }

    [Fact]
    public async Task A_reported_message_is_checked_and_sent_and_its_reporter_is_told_in_their_own_chat()
    {
        await using var practice = await Practice.OpenAsync();
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path == "/v3/conversations" && request.Body.TryGetProperty("members", out var members)
                ? Microsoft.AspNetCore.Http.Results.Json(
                    new { id = $"a:{members[0].GetProperty("id").GetString()![3..]}" },
                    statusCode: 201
                )
                : null;
        var group = practice.Bot.Chat("groupChat");
        var form = await OpenAsync(practice, group, "hello");

        var wrong = await SubmitAsync(group, form, "Check report", Practice.Filled(("what", "")));
        var check = await SubmitAsync(group, form, "Check report", Practice.Filled(("what", "Ring 07700 900123")));
        var receipt = await SubmitAsync(group, check, "Send report", []);
        var replay = await SubmitAsync(group, check, "Send report", []);

        Assert.Contains("Please say what happened.", CardReader.Texts(wrong));
        Assert.Contains(CardReader.Texts(check), text => text.Contains("phone number", StringComparison.Ordinal));
        Assert.Equal("INC-2026-0001", Practice.ReferenceOn(receipt));
        Assert.Equal("INC-2026-0001", Practice.ReferenceOn(replay));
        await practice.Channel.ExecuteAsync(CardReader.Button(await practice.CardAsync("INC-2026-0001"), "Acknowledge"));
        await practice.DeliveredAsync();
        Assert.Contains(
            practice.Personal(group.Person[3..]).Sent,
            sent => sent.Body.GetProperty("summary").GetString()!.Contains("has seen your report", StringComparison.Ordinal)
        );
        Assert.Empty(group.Sent);
    }

    [Fact]
    public async Task Without_a_chat_of_their_own_the_reporter_is_told_when_they_write_to_the_bot()
    {
        await using var practice = await Practice.OpenAsync();
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path == "/v3/conversations" && request.Body.TryGetProperty("members", out JsonElement members)
                ? Microsoft.AspNetCore.Http.Results.StatusCode(403)
                : null;
        var group = practice.Bot.Chat("groupChat");
        await ReportAsync(practice, group);
        await practice.Channel.ExecuteAsync(CardReader.Button(await practice.CardAsync("INC-2026-0001"), "Acknowledge"));
        await practice.DeliveredAsync();

        var own = practice.Personal(group.Person[3..]);
        await own.SayAsync("my reports");
        await practice.DeliveredAsync();

        Assert.Contains(
            own.Sent,
            sent => sent.Body.GetProperty("summary").GetString()!.Contains("has seen your report", StringComparison.Ordinal)
        );
        Assert.Empty(group.Sent);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"messagePayload":{"body":7,"from":[]}}""")]
    [InlineData("""{"data":{"verb":"incident-send","id":"x"}}""")]
    [InlineData("""{"data":[1]}""")]
    public async Task Whatever_the_client_sends_is_answered_by_a_dialog(string value)
    {
        await using var practice = await Practice.OpenAsync();
        var chat = practice.Bot.Chat("groupChat");

        foreach (var name in new[] { "composeExtension/fetchTask", "composeExtension/submitAction" })
        {
            Assert.NotEmpty(CardReader.Texts(await InvokeAsync(chat, name, JsonNode.Parse(value)!)));
        }

        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    /// <summary>Reports a message from this chat.</summary>
    /// <returns>The reference of the report.</returns>
    internal static async Task<string> ReportAsync(Practice practice, Chat chat) =>
        Practice.ReferenceOn(await SubmitAsync(chat, await ReviewAsync(practice, chat, "hello"), "Send report", []));

    /// <summary>Fills in the dialog for a message. Returns the card that replaces the form.</summary>
    internal static async Task<JsonElement> ReviewAsync(
        Practice practice,
        Chat chat,
        string html,
        params (string Field, string? Answer)[] changes
    ) => await SubmitAsync(chat, await OpenAsync(practice, chat, html), "Check report", Practice.Filled(changes));

    private static Task<JsonElement> OpenAsync(Practice practice, Chat chat, string html) =>
        InvokeAsync(
            chat,
            "composeExtension/fetchTask",
            new JsonObject
            {
                ["commandId"] = "reportMessage",
                ["commandContext"] = "message",
                ["messagePayload"] = new JsonObject
                {
                    ["id"] = "1",
                    ["linkToMessage"] = "https://teams.microsoft.com/l/message/1",
                    ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html },
                    ["from"] = new JsonObject
                    {
                        ["user"] = new JsonObject { ["id"] = "owen", ["displayName"] = "Owen Hughes" },
                    },
                },
            }
        );

    internal static Task<JsonElement> SubmitAsync(Chat chat, JsonElement card, string title, JsonObject answers)
    {
        var data = JsonNode.Parse(CardReader.Button(card, title).GetProperty("data").GetRawText())!.AsObject();
        foreach (var (field, answer) in answers)
        {
            data[field] = answer?.DeepClone();
        }

        return InvokeAsync(chat, "composeExtension/submitAction", new JsonObject { ["commandId"] = "reportMessage", ["data"] = data });
    }

    private static async Task<JsonElement> InvokeAsync(Chat chat, string name, JsonNode value)
    {
        var activity = chat.Activity("invoke");
        activity["name"] = name;
        activity["value"] = value.DeepClone();
        await chat.SendAsync(activity);
        var task = chat.Body.GetProperty("task");
        Assert.Equal("continue", task.GetProperty("type").GetString());
        return task.GetProperty("value").GetProperty("card").GetProperty("content");
    }
}
