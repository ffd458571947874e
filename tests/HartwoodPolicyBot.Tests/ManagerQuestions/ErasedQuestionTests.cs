using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>After a question is withdrawn or deleted, nothing links the person to its words, and the cards say what is kept.</summary>
public sealed class ErasedQuestionTests
{
    [Fact]
    public async Task Nothing_links_a_withdrawn_question_to_the_log_and_the_card_says_that_the_log_stays()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        var receipt = await ManagerQuestionTestHost.AskAsync(priya);

        var after = await priya.FillAsync(receipt.Button("Withdraw question"));

        Assert.Contains(
            CardReader.Texts(after),
            text => text.EndsWith("the words for a while, without your name. You can ask again at any time.", StringComparison.Ordinal)
        );
        Assert.Empty(await JoinedAsync(host));
    }

    [Fact]
    public async Task Nothing_links_a_question_that_my_data_deleted_to_the_log()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        await host.AnswerAsync("Ask Sandra.");
        var ask = await priya.SayAsync("delete my data");

        await priya.FillAsync(ask.Button("Delete records"));
        await host.Practice.DeliveredAsync();

        Assert.Empty(await JoinedAsync(host));
    }

    [Fact]
    public async Task A_withdrawn_question_can_be_sent_again()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        var refusal = await priya.SayAsync(ManagerQuestionTestHost.Uncovered);
        var receipt = await priya.ExecuteAsync(refusal.Button("Ask the practice manager"));
        await priya.FillAsync(receipt.Button("Withdraw question"));

        var again = await priya.ExecuteAsync(refusal.Button("Ask the practice manager"));

        Assert.Equal("Sent to the practice manager", again.Texts[0]);
        Assert.Contains($"“{ManagerQuestionTestHost.Uncovered}”", CardReader.Texts(await host.CardAsync()));
    }

    [Fact]
    public async Task Saving_an_answer_after_its_question_was_erased_is_refused_with_the_reason()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        var answered = await host.AnswerAsync("Ask Sandra.");
        await priya.FillAsync((await priya.SayAsync("delete my data")).Button("Delete records"));

        var after = await host.Channel.FillAsync(CardReader.Button(answered, "Use for everyone"));

        Assert.Contains(
            CardReader.Texts(after),
            text => text.StartsWith("The original question has been deleted", StringComparison.Ordinal)
        );
    }

    private static Task<List<string>> JoinedAsync(ManagerQuestionTestHost host) =>
        host.Bot.ReadAsync(database =>
            database
                .ManagerQuestions.Join(
                    database.Questions,
                    question => question.QuestionId,
                    logged => logged.Id,
                    (question, logged) => $"Priya Shah: {logged.Text}"
                )
                .ToListAsync()
        );
}
