using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>A refused question goes to the practice manager, and the answer to the asker's chat.</summary>
public sealed class SubmitManagerQuestionTests
{
    private const string Answer = "Ask Sandra at reception. She has the keys.";

    [Fact]
    public async Task One_tap_sends_a_refused_question_to_the_channel_and_the_answer_comes_to_the_askers_chat()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();

        var receipt = await ManagerQuestionTestHost.AskAsync(priya);
        var card = await host.CardAsync();
        var after = await host.AnswerAsync(Answer);

        Assert.Equal("Sent to the practice manager", receipt.Texts[0]);
        Assert.Contains($"“{ManagerQuestionTestHost.Uncovered}”", CardReader.Texts(card));
        Assert.Contains(CardReader.Texts(card), text => text.StartsWith("Priya Shah asked on", StringComparison.Ordinal));
        Assert.Contains(
            CardReader.Texts(card),
            text => text.StartsWith("The policy doesn't cover this. Closest sections:", StringComparison.Ordinal)
        );
        Assert.Contains(Answer, CardReader.Texts(after));
        var told = new Reply(priya.Sent[^1].Body, priya.Sent[^1]);
        Assert.Equal(["The practice manager has answered", Answer], [told.Texts[0], told.Texts[^3]]);
        Assert.Equal(
            "Answered by Margaret Ellis, practice manager, 23 November 2026 at 9am. This isn't part of the policy.",
            told.Texts[^2]
        );
        Assert.Empty(told.Cited);
        Assert.Contains(
            "Delivered to Priya Shah.",
            CardReader
                .Texts(await host.CardAsync())
                .Concat(CardReader.Texts(await host.Channel.FillAsync(CardReader.Button(after, "Check delivery"))))
        );
    }

    [Fact]
    public async Task A_question_whose_answer_did_not_help_can_be_sent_with_the_clauses_that_the_bot_quoted()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        var answer = await priya.SayAsync(ManagerQuestionTestHost.Covered);
        var after = await priya.FillAsync(answer.Button("Not helpful"));

        await priya.ExecuteAsync(CardReader.Button(after, "Ask the practice manager"));

        Assert.Contains(
            CardReader.Texts(await host.CardAsync()),
            text =>
                text.StartsWith("I showed them: Patient confidentiality", StringComparison.Ordinal)
                && text.EndsWith("That didn't help.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Every_refusal_offers_to_ask_the_practice_manager_and_says_what_is_sent()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        foreach (
            var said in new[]
            {
                ManagerQuestionTestHost.Uncovered,
                "do you dream at night little robot",
                "qwrtz plmkj hgfdsx bvcnm",
                "how many puffs of salbutamol for a wheezy toddler",
            }
        )
        {
            var refusal = await host.Staff().SayAsync(said);

            Assert.Contains("Ask the practice manager", refusal.Buttons);
            Assert.Contains(
                refusal.Texts,
                text =>
                    text.StartsWith(
                        "If you ask the practice manager, they get your question with your name on it. If they use a channel for "
                            + "questions, everyone there can see it.",
                        StringComparison.Ordinal
                    )
            );
        }
    }

    [Fact]
    public async Task A_second_tap_sends_the_question_only_once()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        var refusal = await priya.SayAsync(ManagerQuestionTestHost.Uncovered);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => priya.ExecuteAsync(refusal.Button("Ask the practice manager"))));
        await host.CardAsync();

        Assert.Single(host.CardsInChannel());
        Assert.Equal(1, await host.Bot.ReadAsync(database => database.ManagerQuestions.CountAsync()));
    }

    [Fact]
    public async Task Nobody_can_fill_the_channel_with_questions()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();

        // Each question comes from a different chat, because one chat has a pace and the clock does not move.
        for (var number = 0; number < SubmitManagerQuestion.MostOpen; number++)
        {
            await ManagerQuestionTestHost.AskAsync(new Chat(host.Bot, "personal") { Person = "29:priya" });
        }

        var priya = new Chat(host.Bot, "personal") { Person = "29:priya" };
        var refusal = await priya.SayAsync(ManagerQuestionTestHost.Uncovered);
        await priya.ExecuteAsync(refusal.Button("Ask the practice manager"));

        Assert.Contains(ManagerQuestionRefusals.TooMany.Sentence, priya.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(SubmitManagerQuestion.MostOpen, await host.Bot.ReadAsync(database => database.ManagerQuestions.CountAsync()));
    }

    [Fact]
    public async Task An_added_line_is_masked_and_shown_on_the_card_in_the_channel()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        var receipt = await ManagerQuestionTestHost.AskAsync(priya);

        var after = await priya.FillAsync(
            receipt.Button("Add to my question"),
            new JsonObject { ["line"] = "I start on Monday, ring 07700 900123" }
        );

        Assert.Contains("You added: I start on Monday, ring [phone number]", CardReader.Texts(after));
        Assert.Contains("Priya Shah added: I start on Monday, ring [phone number]", CardReader.Texts(await host.CardAsync()));
        Assert.Contains("Added. I've hidden what looks like a phone number in case it's a patient's.", CardReader.Texts(after));
        var tooLong = await priya.FillAsync(
            CardReader.Button(after, "Change what I added"),
            new JsonObject { ["line"] = new string('x', 501) }
        );
        Assert.Contains("Please keep it under 500 characters.", CardReader.Texts(tooLong));
    }

    [Fact]
    public async Task An_empty_line_removes_the_one_added_before_and_the_receipt_says_so()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        var receipt = await ManagerQuestionTestHost.AskAsync(priya);

        var nothing = await priya.FillAsync(receipt.Button("Add to my question"), new JsonObject { ["line"] = "  " });
        var version = await host.Bot.ReadAsync(database => database.ManagerQuestions.Select(question => question.Version).SingleAsync());
        var added = await priya.FillAsync(receipt.Button("Add to my question"), new JsonObject { ["line"] = "It is urgent." });
        var takenOut = await priya.FillAsync(CardReader.Button(added, "Change what I added"), new JsonObject { ["line"] = "" });

        Assert.Contains("There was nothing to add. Please write a line first.", CardReader.Texts(nothing));
        Assert.Equal(1, version);
        Assert.Contains("Added to your question.", CardReader.Texts(added));
        Assert.Contains("I've removed what you added.", CardReader.Texts(takenOut));
    }

    [Fact]
    public async Task A_withdrawn_question_is_erased_everywhere_and_cannot_be_answered()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        var receipt = await ManagerQuestionTestHost.AskAsync(priya);
        var open = await host.CardAsync();

        await priya.FillAsync(receipt.Button("Withdraw question"));
        var refused = await host.Channel.FillAsync(CardReader.Button(open, "Send answer"), ManagerQuestionTestHost.Filled(Answer));

        Assert.DoesNotContain(ManagerQuestionTestHost.Uncovered, (await host.CardAsync()).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(ManagerQuestionRefusals.Withdrawn.Sentence, CardReader.Texts(refused));
        Assert.Contains("The person who asked has withdrawn this question, so it doesn't need an answer.", CardReader.Texts(refused));
        Assert.Contains(Answer, CardReader.Texts(refused));
        Assert.Equal("", await host.Bot.ReadAsync(database => database.ManagerQuestions.Select(question => question.Text).SingleAsync()));
    }

    [Fact]
    public async Task Who_adds_to_a_question_that_they_have_withdrawn_is_told_that_nothing_was_added()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        var receipt = await ManagerQuestionTestHost.AskAsync(priya);
        await priya.FillAsync(receipt.Button("Withdraw question"));

        var late = await priya.FillAsync(receipt.Button("Add to my question"), new() { ["line"] = "by the door" });

        Assert.Contains("You've withdrawn this question, so I haven't added anything.", CardReader.Texts(late));
    }

    [Fact]
    public async Task Nobody_can_change_or_withdraw_another_persons_question()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var receipt = await ManagerQuestionTestHost.AskAsync(host.Staff());
        var other = host.Staff("Tom Field");

        foreach (var button in new[] { "Add to my question", "Withdraw question" })
        {
            await other.ExecuteAsync(receipt.Button(button), new JsonObject { ["line"] = "x" });
            Assert.Equal(403, other.Body.GetProperty("statusCode").GetInt32());
        }

        Assert.Contains($"“{ManagerQuestionTestHost.Uncovered}”", CardReader.Texts(await host.CardAsync()));
    }

    [Fact]
    public async Task Without_a_channel_the_question_is_listed_as_unanswered_and_posted_once_a_channel_is_chosen()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync(withChannel: false);
        await ManagerQuestionTestHost.AskAsync(host.Staff());

        var gaps = await host.Manager.SayAsync("gaps");
        Assert.Contains("1 person is waiting for an answer", gaps.Texts);
        Assert.Empty(host.CardsInChannel());

        await host.Channel.MentionAsync("use this channel");
        Assert.Contains($"“{ManagerQuestionTestHost.Uncovered}”", CardReader.Texts(await host.CardAsync()));
    }

    [Fact]
    public async Task My_data_shows_an_askers_questions_and_erases_answered_ones_in_the_channel_too()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        await host.AnswerAsync(Answer);

        var mine = await priya.SayAsync("my data");
        var sure = await priya.FillAsync(mine.Button("Delete what I can"));
        await priya.FillAsync(CardReader.Button(sure, "Delete records"));
        await host.Practice.DeliveredAsync();

        Assert.Contains("Questions you've sent to the practice manager", mine.Card.GetRawText(), StringComparison.Ordinal);
        var card = await host.CardAsync();
        Assert.Contains("The person who asked has deleted their question.", CardReader.Texts(card));
        Assert.Contains(Answer, CardReader.Texts(card));
        Assert.DoesNotContain("Priya", card.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("lockers", card.GetRawText(), StringComparison.Ordinal);
        Assert.False(
            await host.Bot.ReadAsync(database =>
                database.ManagerQuestions.AnyAsync(question => question.AskerName == "Priya Shah" || question.Text != "")
            )
        );
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00000000-0000-4000-8000-000000000000")]
    public async Task A_forged_id_sends_nothing(string id)
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var refusal = await host.Staff().SayAsync(ManagerQuestionTestHost.Uncovered);
        var forged = JsonNode.Parse(refusal.Button("Ask the practice manager").GetRawText())!;
        forged["data"]!["id"] = id;
        var chat = host.Staff();

        await chat.ExecuteAsync(System.Text.Json.JsonSerializer.SerializeToElement(forged));

        Assert.Equal(400, chat.Body.GetProperty("statusCode").GetInt32());
        Assert.Equal(0, await host.Bot.ReadAsync(database => database.ManagerQuestions.CountAsync()));
    }
}
