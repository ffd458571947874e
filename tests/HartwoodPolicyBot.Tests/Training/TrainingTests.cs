using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>A person does the training over HTTP.</summary>
public sealed class TrainingTests(BotHost bot) : IClassFixture<BotHost>
{
    [Fact]
    public async Task An_attempt_with_all_answers_right_passes_with_a_record_a_certificate_and_the_next_due_day()
    {
        var learner = await Learner.StartAsync(bot);
        for (var number = 1; number <= 10; number++)
        {
            Assert.Equal(number, learner.Question);
            Assert.Equal($"Question {number} of 10", learner.Heading);
            CardRules.Hold(learner.Card);
            var scenario = learner.Scenario;
            await learner.AnswerAsync(right: true);

            Assert.Equal("Correct", learner.Heading);
            Assert.Contains(scenario.Section, CardReader.Texts(learner.Card));
            Assert.Contains(
                scenario.Clause,
                CardReader.Texts(learner.Card).Select(text => text.Replace("\\", "", StringComparison.Ordinal))
            );
            CardRules.Hold(learner.Card);
            await learner.NextAsync();
        }

        Assert.Equal("Well done, you've passed: 10 out of 10", learner.Heading);
        Assert.Contains("Your refresher is due on 23 November 2027. I'll remind you.", CardReader.Texts(learner.Card));
        CardRules.Hold(learner.Card);
        var attempt = await learner.AttemptAsync(bot);
        Assert.Equal(
            (AttemptState.Passed, 10, StaffRole.Clinical, 10),
            (attempt.State, attempt.Right, attempt.Role, attempt.Answers.Count)
        );
        Assert.Equal(ScenarioBank.Document.VersionOnRecord, attempt.PolicyVersion);

        await learner.TapAsync("Get certificate");
        Assert.Contains(
            attempt.Code,
            CardReader
                .Nodes(learner.Card)
                .Where(node => node.TryGetProperty("value", out _) && node.TryGetProperty("title", out _))
                .Select(node => node.GetProperty("value").GetString())
        );
        CardRules.Hold(learner.Card);
    }

    [Fact]
    public async Task Nothing_that_is_sent_before_an_answer_gives_the_right_option_away()
    {
        var learner = await Learner.StartAsync(bot);
        var sent = learner.Card.GetRawText();

        Assert.DoesNotContain(learner.Scenario.Why, sent, StringComparison.Ordinal);
        Assert.DoesNotContain(learner.Scenario.Clause, sent, StringComparison.Ordinal);
        Assert.Single(learner.Options.Select(option => option.GetProperty("data").EnumerateObject().Count()).Distinct());
        Assert.All(
            learner.Options,
            (option, place) =>
                Assert.EndsWith($".1.{place}", option.GetProperty("data").GetProperty("id").GetString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_attempt_with_too_many_wrong_answers_fails_shows_what_to_read_and_brings_new_scenarios()
    {
        var learner = await Learner.StartAsync(bot, "Reception and admin");
        await learner.FinishAsync(wrong: 3);

        Assert.Equal("Not this time: 7 out of 10", learner.Heading);
        Assert.Contains("Worth another look", CardReader.Texts(learner.Card));
        CardRules.Hold(learner.Card);
        var first = await learner.AttemptAsync(bot);
        var wrong = first.Answers.First(answer => !answer.IsRight);
        Assert.Contains(ScenarioBank.Module.Find(first.Questions[wrong.Number - 1].ScenarioId)!.Section, CardReader.Texts(learner.Card));

        await learner.TapAsync("Try again");
        var second = await learner.AttemptAsync(bot);
        Assert.Empty(
            first.Questions.Select(question => question.ScenarioId).Intersect(second.Questions.Select(question => question.ScenarioId))
        );
        await learner.FinishAsync(wrong: 2);
        Assert.Equal("Well done, you've passed: 8 out of 10", learner.Heading);
    }

    [Fact]
    public async Task A_question_during_the_training_is_answered_and_the_training_goes_on()
    {
        var learner = await Learner.StartAsync(bot);
        await learner.AnswerAsync(right: true);

        var answer = await learner.Chat.SayAsync("Can I share an image of my workplace?");
        Assert.Equal("Patient confidentiality", answer.Cited[0]);
        CardRules.Hold(answer.Card);
        learner.Card = answer.Card;
        await learner.TapAsync("Continue training");

        Assert.Equal(2, learner.Question);
        Assert.DoesNotContain("Continue training", (await bot.Chat().SayAsync("Can I share an image of my workplace?")).Buttons);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("stop")]
    [InlineData(null)]
    public async Task Cancel_keeps_the_place_for_days(string? typed)
    {
        var learner = await Learner.StartAsync(bot);
        await learner.AnswerAsync(right: true);
        await learner.NextAsync();
        var scenario = learner.Scenario;
        if (typed is null)
        {
            await learner.TapAsync("Save and finish later");
        }
        else
        {
            learner.Card = (await learner.Chat.SayAsync(typed)).Card;
        }

        Assert.StartsWith("I've saved your place", CardReader.Texts(learner.Card)[0], StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await learner.TapAsync("Continue training");
        Assert.Equal((2, scenario), (learner.Question, learner.Scenario));
    }

    [Fact]
    public async Task A_role_changed_during_an_attempt_applies_from_the_next_attempt()
    {
        var learner = await Learner.StartAsync(bot);
        var asked = (await learner.Chat.SayAsync("change my role")).Card;
        learner.Card = asked;
        await learner.TapAsync("Manager");

        Assert.Contains("Your current scenarios won't change.", CardReader.Texts(learner.Card)[0], StringComparison.Ordinal);
        await learner.TapAsync("Continue training");
        Assert.Equal(1, learner.Question);
        await learner.FinishAsync();
        learner.Card = (await learner.Chat.SayAsync("training")).Card;
        await learner.TapAsync("Start training");
        Assert.Equal(StaffRole.Manager, (await learner.AttemptAsync(bot)).Role);
    }

    [Fact]
    public async Task An_older_client_gets_the_same_by_editing_the_card()
    {
        var learner = await Learner.StartAsync(bot);

        var edited = await learner.Chat.SubmitAsync(learner.Option(true), "card-1");

        Assert.Equal("PUT", edited.Request!.Method);
        Assert.Contains("Correct", edited.Texts);
    }

    [Fact]
    public async Task Training_is_only_offered_in_a_private_chat()
    {
        var channel = bot.Chat("channel");

        Assert.Contains("our private chat", (await channel.MentionAsync("training")).Texts[0], StringComparison.Ordinal);
        Assert.Contains("our private chat", (await channel.MentionAsync("my training")).Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_training_shows_completed_training_and_what_is_due()
    {
        var learner = await Learner.StartAsync(bot);
        await learner.FinishAsync(wrong: 5);
        await learner.TapAsync("Try again");
        await learner.FinishAsync();

        var mine = await learner.Chat.SayAsync("my training");

        CardRules.Hold(mine.Card);
        Assert.Contains(mine.Texts, text => text.StartsWith("Refresher training: due on ", StringComparison.Ordinal));
        Assert.Contains(mine.Texts, text => text.Contains(": not passed, 5 out of 10.", StringComparison.Ordinal));
        Assert.Contains(mine.Texts, text => text.Contains(": passed, 10 out of 10.", StringComparison.Ordinal));
        Assert.Contains("Get certificate", mine.Buttons);
    }
}
