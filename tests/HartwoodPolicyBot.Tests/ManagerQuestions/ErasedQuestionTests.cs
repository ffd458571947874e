using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>What is taken back or deleted: nothing leads from the person to the words any more, and the cards say what stays.</summary>
public sealed class ErasedQuestionTests
{
    [Fact]
    public async Task What_is_taken_back_is_joined_to_the_log_by_nothing_and_the_card_says_that_the_log_stays()
    {
        await using var desk = await ManagerQuestionTestHost.OpenAsync();
        var priya = desk.Staff();
        var receipt = await ManagerQuestionTestHost.AskAsync(priya);

        var after = await priya.FillAsync(receipt.Button("Take it back"));

        Assert.Contains(
            CardReader.Texts(after),
            text =>
                text.EndsWith(
                    "its words stay for a while, without your name. To ask after all, please write it again.",
                    StringComparison.Ordinal
                )
        );
        Assert.Empty(await JoinedAsync(desk));
    }

    [Fact]
    public async Task What_my_data_deletes_is_joined_to_the_log_by_nothing()
    {
        await using var desk = await ManagerQuestionTestHost.OpenAsync();
        var priya = desk.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        await desk.AnswerAsync("Ask Sandra.");
        var ask = await priya.SayAsync("delete my data");

        await priya.FillAsync(ask.Button("Delete it"));
        await desk.Practice.DeliveredAsync();

        Assert.Empty(await JoinedAsync(desk));
    }

    [Fact]
    public async Task What_was_taken_back_can_be_sent_after_all()
    {
        await using var desk = await ManagerQuestionTestHost.OpenAsync();
        var priya = desk.Staff();
        var refusal = await priya.SayAsync(ManagerQuestionTestHost.Uncovered);
        var receipt = await priya.ExecuteAsync(refusal.Button("Ask the practice manager"));
        await priya.FillAsync(receipt.Button("Take it back"));

        var again = await priya.ExecuteAsync(refusal.Button("Ask the practice manager"));

        Assert.Equal("Sent to the practice manager", again.Texts[0]);
        Assert.Contains($"“{ManagerQuestionTestHost.Uncovered}”", CardReader.Texts(await desk.CardAsync()));
    }

    [Fact]
    public async Task Giving_it_from_now_on_after_the_words_are_erased_says_why_not()
    {
        await using var desk = await ManagerQuestionTestHost.OpenAsync();
        var priya = desk.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        var answered = await desk.AnswerAsync("Ask Sandra.");
        await priya.FillAsync((await priya.SayAsync("delete my data")).Button("Delete it"));

        var after = await desk.Channel.FillAsync(CardReader.Button(answered, "Give it from now on"));

        Assert.Contains(CardReader.Texts(after), text => text.StartsWith("The asker has had their words erased", StringComparison.Ordinal));
    }

    private static Task<List<string>> JoinedAsync(ManagerQuestionTestHost desk) =>
        desk.Bot.ReadAsync(database =>
            database
                .ManagerQuestions.Join(
                    database.Questions,
                    question => question.QuestionId,
                    logged => logged.Id,
                    (question, logged) => $"{question.AskerName}: {logged.Text}"
                )
                .ToListAsync()
        );
}
