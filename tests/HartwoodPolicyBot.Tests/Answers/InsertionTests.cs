using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.ManagerQuestions;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Answers;

/// <summary>From the compose box of any chat, a section of the policy or a saved answer is found and put into the message.</summary>
public sealed class InsertionTests(BotHost bot) : IClassFixture<BotHost>
{
    private const int LargestCard = 28 * 1024;

    [Theory]
    [InlineData("confid", "Patient confidentiality")]
    [InlineData("photo of reception on insta", "Patient confidentiality")]
    [InlineData("explicit consent", "Patient confidentiality")]
    [InlineData("TRAINING", "Training")]
    public async Task A_section_is_found_by_a_few_words_and_by_a_word_that_breaks_off(string typed, string heading)
    {
        var results = await SearchAsync(bot.Chat("groupChat"), typed);

        Assert.InRange(results.Count, 1, 5);
        Assert.Equal(heading, Title(results[0]));
    }

    [Fact]
    public async Task The_card_quotes_the_section_and_has_no_button_that_asks_the_bot()
    {
        var results = await SearchAsync(bot.Chat("channel"), "workplace");

        var card = results[0].GetProperty("content");
        CardRules.Hold(card);
        Approved.Card("inserted-section", card);
        Assert.All(CardReader.Actions(card), action => Assert.Equal("Action.OpenUrl", action.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Before_anything_is_typed_the_first_sections_are_listed()
    {
        var results = await SearchAsync(bot.Chat("groupChat"), null);

        Assert.Equal(5, results.Count);
        Assert.All(results, result => Assert.InRange(Encoding.UTF8.GetByteCount(result.GetRawText()), 1, LargestCard));
    }

    [Theory]
    [InlineData("zzqx wvvk")]
    [InlineData("🎉🎉🎉")]
    public async Task Words_of_no_policy_get_a_sentence_or_sections_and_never_an_error(string typed)
    {
        var chat = bot.Chat("groupChat");

        await QueryAsync(chat, new JsonArray(Parameter(typed)));

        Assert.Equal(200, (int)chat.Status);
        Assert.True(chat.Body.GetProperty("composeExtension").GetProperty("type").GetString() is "result" or "message");
    }

    [Fact]
    public async Task Forged_queries_are_answered_as_if_nothing_was_typed()
    {
        var chat = bot.Chat("groupChat");
        JsonNode?[] forged = [null, new JsonObject(), new JsonArray(1, null, new JsonObject { ["name"] = 5 }), "query", Parameter("x")];

        foreach (var parameters in forged)
        {
            await QueryAsync(chat, parameters);
            Assert.Equal(5, chat.Body.GetProperty("composeExtension").GetProperty("attachments").GetArrayLength());
        }
    }

    [Fact]
    public async Task A_very_long_text_is_answered_and_nothing_that_was_typed_is_logged()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var chat = host.Bot.Chat("groupChat");

        await QueryAsync(chat, new JsonArray(Parameter(string.Concat(Enumerable.Repeat("photo of a patient ", 5_000)))));

        Assert.Equal(200, (int)chat.Status);
        Assert.Equal(0, await host.Bot.ReadAsync(database => database.Questions.CountAsync()));
    }

    [Fact]
    public async Task A_saved_answer_is_found_with_who_gave_it()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        var card = await host.CardAsync();
        await host.Channel.ExecuteAsync(
            CardReader.Button(card, "Send answer"),
            new() { ["text"] = "Ask at the front desk.", ["always"] = "yes" }
        );

        var results = await SearchAsync(host.Bot.Chat("groupChat"), "staff lock");

        var found = results[^1].GetProperty("content");
        CardRules.Hold(found);
        Approved.Card("inserted-answer", found);
        Assert.Contains("Ask at the front desk.", CardReader.Texts(found));
        Assert.All(CardReader.Actions(found), action => Assert.Equal("Action.OpenUrl", action.GetProperty("type").GetString()));
    }

    private static async Task<IReadOnlyList<JsonElement>> SearchAsync(Chat chat, string? typed)
    {
        await QueryAsync(chat, typed is null ? new JsonArray(Parameter("true", "initialRun")) : new JsonArray(Parameter(typed)));
        return [.. chat.Body.GetProperty("composeExtension").GetProperty("attachments").EnumerateArray()];
    }

    private static Task<Reply> QueryAsync(Chat chat, JsonNode? parameters)
    {
        var activity = chat.Activity("invoke");
        activity["name"] = "composeExtension/query";
        activity["value"] = new JsonObject
        {
            ["commandId"] = "findInPolicy",
            ["parameters"] = parameters,
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        };
        return chat.SendAsync(activity);
    }

    private static JsonObject Parameter(string value, string name = "query") => new() { ["name"] = name, ["value"] = value };

    private static string Title(JsonElement result) =>
        result.GetProperty("preview").GetProperty("content").GetProperty("title").GetString()!;
}
