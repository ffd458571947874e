using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Authentication;

/// <summary>
/// Questions cannot break the log. PostgreSQL refuses some characters, and one such question would lose the others that are written
/// with it.
/// </summary>
public sealed class HostileQuestionTests(BotHost bot) : IClassFixture<BotHost>
{
    [Fact]
    public async Task A_question_from_a_button_holds_no_invisible_characters()
    {
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        activity["value"] = new JsonObject
        {
            ["verb"] = "ask",
            ["id"] = "Tapped:\u0000 may I \u0001share\u200b an\r\n image of my\u202e workplace?",
        };

        var reply = await chat.SendAsync(activity);

        Assert.Equal("Patient confidentiality", reply.Texts[0]);
        Assert.Equal("Tapped: may I share an image of my workplace?", (await LoggedAsync("Tapped:")).Text);
    }

    [Fact]
    public async Task A_long_question_is_not_cut_in_the_middle_of_a_character()
    {
        var start = "Cut: " + new string('a', 3500) + "@example.com ";
        var question = start + new string('x', AnswerQuestion.LongestQuestion - 1 - start.Length) + "😀 and more";

        await bot.Chat().SayAsync(question);

        Assert.DoesNotContain('\ufffd', (await LoggedAsync("Cut:")).Text);
    }

    private Task<LoggedQuestion> LoggedAsync(string start) =>
        bot.ReadAsync(database => database.Questions.SingleAsync(question => question.Text.StartsWith(start)));
}
