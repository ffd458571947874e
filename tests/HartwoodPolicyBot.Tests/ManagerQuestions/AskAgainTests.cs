using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>An asker can reply to an answer, and see their open questions.</summary>
public sealed class AskAgainTests
{
    private const string Answer = "Ask Sandra at reception. She has the keys.";

    [Fact]
    public async Task A_question_whose_answer_did_not_help_can_be_sent_again_once_and_is_answered_again()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        await host.AnswerAsync(Answer);
        var told = Told(priya);

        var receipt = await priya.ExecuteAsync(told.Button("I still need help"));
        await priya.ExecuteAsync(told.Button("I still need help"));
        await priya.FillAsync(receipt.Button("Add to my question"), new JsonObject { ["line"] = "Sandra is away this week." });
        var card = await host.CardAsync();

        Assert.Contains(
            told.Texts,
            text =>
                text.StartsWith(
                    "Still not sure? You can send it back to the practice manager, with your name, and add more detail.",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal("Sent to the practice manager", receipt.Texts[0]);
        Assert.Equal(2, await host.Bot.ReadAsync(database => database.ManagerQuestions.CountAsync()));
        Assert.Contains($"“{ManagerQuestionTestHost.Uncovered}”", CardReader.Texts(card));
        Assert.Contains("Priya Shah added: Sandra is away this week.", CardReader.Texts(card));
        Assert.Contains(
            "Margaret Ellis answered on 23 November 2026 at 9am, but Priya Shah still needs help. The answer was:",
            CardReader.Texts(card)
        );
        Assert.Contains(Answer, CardReader.Texts(card));

        await host.AnswerAsync("Then ask Tom.");
        Assert.Contains("Then ask Tom.", Told(priya).Texts);
    }

    [Fact]
    public async Task Nobody_can_send_again_another_persons_question_or_one_that_is_open_or_erased()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var (priya, tom) = (host.Staff(), host.Staff("Tom Field"));
        await ManagerQuestionTestHost.AskAsync(priya);
        await host.AnswerAsync(Answer);
        var button = Told(priya).Button("I still need help");
        await ManagerQuestionTestHost.AskAsync(tom, "staff lockers, where is the key");
        var open = await host.Bot.ReadAsync(database =>
            database.ManagerQuestions.Where(question => question.Answer == null).Select(question => question.Id).SingleAsync()
        );

        await tom.ExecuteAsync(button);
        Assert.Equal(403, tom.Body.GetProperty("statusCode").GetInt32());
        await tom.ExecuteAsync(With(button, open));
        Assert.Equal(400, tom.Body.GetProperty("statusCode").GetInt32());
        var mine = await priya.SayAsync("my data");
        await priya.FillAsync(CardReader.Button(await priya.FillAsync(mine.Button("Delete what I can")), "Delete records"));
        await priya.ExecuteAsync(button);

        Assert.Contains(ManagerQuestionRefusals.Unknown.Sentence, priya.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, await host.Bot.ReadAsync(database => database.ManagerQuestions.CountAsync()));
    }

    [Fact]
    public async Task Sending_a_question_again_keeps_to_the_limit_of_open_questions()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var first = new Chat(host.Bot, "personal") { Person = "29:priya" };
        await ManagerQuestionTestHost.AskAsync(first);
        await host.AnswerAsync(Answer);

        // Each question comes from a different chat, because one chat has a pace and the clock does not move.
        for (var number = 0; number < SubmitManagerQuestion.MostOpen; number++)
        {
            await ManagerQuestionTestHost.AskAsync(new Chat(host.Bot, "personal") { Person = "29:priya" });
        }

        await first.ExecuteAsync(Told(first).Button("I still need help"));

        Assert.Contains(ManagerQuestionRefusals.TooMany.Sentence, first.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("withdraw one under “my questions”", ManagerQuestionRefusals.TooMany.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_answer_to_a_similar_question_the_practice_manager_can_still_be_asked()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync(Answer, always: true);
        var tom = host.Staff("Tom Field");
        var refusal = await tom.SayAsync("have we got lockers for staff");
        var given = await tom.ExecuteAsync(refusal.Button(ManagerQuestionTestHost.Uncovered));

        var receipt = await tom.ExecuteAsync(given.Button("Ask the practice manager"));

        Assert.Contains(given.Texts, text => text.Contains("everyone there can see it", StringComparison.Ordinal));
        Assert.Contains("“have we got lockers for staff”", receipt.Texts);
        Assert.Contains("“have we got lockers for staff”", CardReader.Texts(await host.CardAsync()));
    }

    [Fact]
    public async Task My_questions_lists_the_askers_own_open_questions_and_each_can_be_withdrawn()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(host.Staff("Tom Field"), "who has a key for the lockers");
        await ManagerQuestionTestHost.AskAsync(priya);
        await ManagerQuestionTestHost.AskAsync(priya, "when is the flu clinic rota out");
        await host.Practice.DeliveredAsync();

        var mine = await priya.SayAsync("my questions");
        var left = await priya.FillAsync(mine.Button($"Withdraw: “{ManagerQuestionTestHost.Uncovered}”"));
        var none = await priya.FillAsync(CardReader.Button(left, "Withdraw: “when is the flu clinic rota out”"));

        Assert.Equal("You have 2 questions waiting", mine.Texts[0]);
        Assert.DoesNotContain("“who has a key for the lockers”", mine.Texts);
        Assert.Equal(2, mine.Texts.Count(text => text == "With the practice manager. No answer yet."));
        Assert.Equal([OwnQuestionsCard.Withdrawn, "You have 1 question waiting"], CardReader.Texts(left).Take(2));
        Assert.Contains("You have no questions waiting", CardReader.Texts(none));
        Assert.Contains("my questions", (await priya.SayAsync("help")).Card.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(
            (await host.InChannel("somebody", "Tom Field").MentionAsync("my questions")).Texts,
            text => text.Contains("our private chat", StringComparison.Ordinal)
        );
    }

    private static Reply Told(Chat asker) =>
        asker
            .Sent.Where(sent => sent.Body.GetRawText().Contains("\"The practice manager has answered\"", StringComparison.Ordinal))
            .Select(sent => new Reply(sent.Body, sent))
            .Last();

    private static System.Text.Json.JsonElement With(System.Text.Json.JsonElement button, Guid id)
    {
        var forged = JsonNode.Parse(button.GetRawText())!;
        forged["data"]!["id"] = $"{id}";
        return System.Text.Json.JsonSerializer.SerializeToElement(forged);
    }
}
