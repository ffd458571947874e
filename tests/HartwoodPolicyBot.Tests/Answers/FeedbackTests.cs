using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Answers;

public sealed class FeedbackTests(BotHost bot) : IClassFixture<BotHost>
{
    private const string Question = "Can I share an image of my workplace?";

    [Theory]
    [InlineData("Helpful", "Thanks, glad that helped.", AnswerFeedback.Helpful)]
    [InlineData(
        "Not helpful",
        "Sorry that didn't help. Try putting it another way, or ask the practice manager.",
        AnswerFeedback.NotHelpful
    )]
    public async Task Feedback_is_recorded_and_the_card_changes_in_place(string button, string thanks, AnswerFeedback recorded)
    {
        var chat = bot.Chat();
        var answer = await chat.SayAsync(Question);

        var reply = await chat.ExecuteAsync(answer.Button(button));

        Assert.True(reply.IsSilence);
        Assert.Equal("application/vnd.microsoft.card.adaptive", chat.Body.GetProperty("type").GetString());
        var card = chat.Body.GetProperty("value");
        Assert.Equal([.. answer.Texts, thanks], CardReader.Texts(card).Take(answer.Texts.Count + 1));
        Assert.DoesNotContain(CardReader.Actions(card), action => action.GetProperty("title").GetString() is "Helpful" or "Not helpful");
        Assert.Equal(recorded, await RecordedAsync(answer));
    }

    [Fact]
    public async Task Only_the_first_feedback_on_an_answer_counts()
    {
        var chat = bot.Chat();
        var answer = await chat.SayAsync(Question);

        await chat.ExecuteAsync(answer.Button("Helpful"));
        await chat.ExecuteAsync(answer.Button("Not helpful"));

        Assert.Contains("Thanks, glad that helped.", CardReader.Texts(chat.Body.GetProperty("value")));
        Assert.Equal(AnswerFeedback.Helpful, await RecordedAsync(answer));
    }

    [Fact]
    public async Task An_older_client_sees_its_card_edited()
    {
        var chat = bot.Chat();
        var answer = await chat.SayAsync(Question);

        var edit = await chat.SubmitAsync(answer.Button("Helpful"), "sent-42");

        Assert.Equal(("PUT", $"/v3/conversations/{chat.Conversation}/activities/sent-42"), (edit.Request!.Method, edit.Request.Path));
        Assert.Contains("Thanks, glad that helped.", edit.Texts);
        Assert.Equal(["Patient confidentiality"], edit.Cited.Take(1));
    }

    [Fact]
    public async Task If_the_card_is_gone_the_thanks_come_as_a_new_message()
    {
        await using var own = await BotHost.StartAsync();
        var chat = own.Chat();
        var answer = await chat.SayAsync(Question);
        own.Teams.Answer = (request, _) => request.Method == "PUT" ? Results.NotFound() : null;

        var message = await chat.SubmitAsync(answer.Button("Helpful"), "gone");

        Assert.Equal("POST", message.Request!.Method);
        Assert.Contains("Thanks, glad that helped.", message.Texts);
    }

    [Fact]
    public async Task An_answer_card_from_before_a_policy_change_is_not_shown_with_the_new_text()
    {
        var chat = bot.Chat();
        var answer = await chat.SayAsync(Question);
        var id = Guid.Parse(answer.Button("Helpful").GetProperty("data").GetProperty("id").GetString()!);
        await bot.ReadAsync(database =>
            database
                .Questions.Where(question => question.Id == id)
                .ExecuteUpdateAsync(update => update.SetProperty(question => question.PolicyVersion, "1 (0123456789ab)"))
        );

        await chat.ExecuteAsync(answer.Button("Helpful"));

        Assert.Equal("application/vnd.microsoft.error", chat.Body.GetProperty("type").GetString());
        Assert.Equal(AnswerFeedback.Helpful, await RecordedAsync(answer));
    }

    private Task<AnswerFeedback?> RecordedAsync(Reply answer)
    {
        var id = Guid.Parse(answer.Button("Helpful").GetProperty("data").GetProperty("id").GetString()!);
        return bot.ReadAsync(database =>
            database.Questions.Where(question => question.Id == id).Select(question => question.Feedback).SingleAsync()
        );
    }
}
