using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.ManagerQuestions;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Answers;

/// <summary>A message that means little without the question before it is read together with that question.</summary>
public sealed class FollowUpTests : IAsyncLifetime
{
    private const string Note = "I took this as a follow-up to your last question.";
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("could my ex-patient and I be pals on snapchat", "and on bebo?", "Interactions online")]
    [InlineData("do I have to own up that a vitamin firm pays me for posts", "what if it was just a free sample", "Conflicts of interest")]
    [InlineData("is it alright to run a nurse page under an invented name", "even for a week?", "Anonymity")]
    public async Task A_follow_up_is_read_with_the_question_before(string question, string then, string heading)
    {
        var chat = bot.Chat();
        await chat.SayAsync(question);

        var reply = await chat.SayAsync(then);

        Assert.Equal(heading, reply.Cited[0]);
        Assert.Contains(reply.Texts, text => text.EndsWith(Note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_ten_minutes_the_question_before_is_forgotten()
    {
        var chat = bot.Chat();
        await chat.SayAsync("is it alright to run a nurse page under an invented name");
        bot.Time.Advance(TimeSpan.FromMinutes(10));

        var reply = await chat.SayAsync("even for a week?");

        Assert.Empty(reply.Cited);
    }

    [Fact]
    public async Task A_follow_up_is_not_read_with_another_persons_question_in_the_same_chat()
    {
        var first = bot.Chat("groupChat");
        await first.MentionAsync("is it alright to run a nurse page under an invented name");
        var second = new Chat(bot, "groupChat") { Conversation = first.Conversation };

        var reply = await second.MentionAsync("even for a week?");

        Assert.Empty(reply.Cited);
    }

    [Theory]
    [InlineData("and where do i hand in my fit note")]
    [InlineData("what's the tea rota this week")]
    public async Task A_question_on_a_new_topic_is_not_read_with_the_question_before(string then)
    {
        var chat = bot.Chat();
        await chat.SayAsync("is it alright to run a nurse page under an invented name");

        var reply = await chat.SayAsync(then);

        Assert.Empty(reply.Cited);
    }

    [Fact]
    public async Task A_complete_question_is_read_without_the_question_before()
    {
        var chat = bot.Chat();
        await chat.SayAsync("is it alright to run a nurse page under an invented name");

        var reply = await chat.SayAsync("Where would I find the e-learning on posting sensibly?");

        Assert.Equal("Training", reply.Cited[0]);
        Assert.DoesNotContain(reply.Texts, text => text.EndsWith(Note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_follow_up_to_a_tapped_question_is_understood_too()
    {
        var chat = bot.Chat();
        var answer = await chat.SayAsync("Can I share an image of my workplace?");
        await chat.ExecuteAsync(answer.Button("Can I share an image of a patient?"));

        var reply = await chat.SayAsync("even when she says it's fine?");

        Assert.Equal("Patient confidentiality", reply.Cited[0]);
    }

    [Fact]
    public async Task Only_one_earlier_question_is_read_with_a_follow_up_and_the_log_keeps_the_typed_words()
    {
        const string First = "could my ex-patient and I be pals on snapchat";
        var chat = bot.Chat();
        await chat.SayAsync(First);
        await chat.SayAsync("and on bebo?");
        var reply = await chat.SayAsync("and on myspace?");

        Assert.Equal("Interactions online", reply.Cited[0]);
        Assert.Equal(
            [First, $"and on bebo? (after: {First})", $"and on myspace? (after: {First})"],
            (await bot.ReadAsync(database => database.Questions.Select(question => question.Text).ToListAsync()))
                .OrderByDescending(text => text == First)
                .ThenBy(text => text, StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("wifi password")]
    [InlineData("annual leave")]
    [InlineData("sick pay")]
    [InlineData("leave")]
    public async Task One_or_two_words_on_a_new_topic_are_refused_and_can_be_sent_to_the_practice_manager(string then)
    {
        var chat = bot.Chat();
        await chat.SayAsync("Can I share an image of my workplace?");

        var reply = await chat.SayAsync(then);

        Assert.Empty(reply.Cited);
        reply.Button("Ask the practice manager");
    }

    [Fact]
    public async Task A_saved_answer_is_matched_with_the_typed_words_only()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskedAsync(host.Staff(), "which day does the window cleaner come");
        await host.AnswerAsync("On Tuesdays.", always: true);
        var chat = host.Staff("Tom Field");
        await chat.SayAsync("which day does the window cleaner come");

        var reply = await chat.SayAsync("is tiktok allowed?");

        Assert.DoesNotContain("On Tuesdays.", reply.Texts);
    }

    [Theory]
    [InlineData("why")]
    [InlineData("why not")]
    public async Task A_bare_why_is_read_with_the_question_before(string then)
    {
        var chat = bot.Chat();
        await chat.SayAsync("is it alright to run a nurse page under an invented name");

        var reply = await chat.SayAsync(then);

        Assert.Equal("Anonymity", reply.Cited[0]);
    }

    [Fact]
    public async Task A_follow_up_to_a_disclosure_is_not_taken_for_a_second_disclosure()
    {
        var chat = bot.Chat();
        var told = await chat.SayAsync("I've posted a photo of a patient on Facebook");
        var reply = await chat.SayAsync("and what does the policy say about fake names?");

        told.Button("Report this");
        Assert.DoesNotContain(CardReader.Actions(reply.Card), action => action.GetProperty("title").GetString() == "Report this");
    }
}
