using System.Text.Json.Nodes;
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
    public async Task A_second_click_on_the_same_scenario_shows_the_first_answer()
    {
        var learner = await Learner.StartAsync(bot);
        var (right, wrong) = (learner.Option(true), learner.Option(false));

        await learner.TapAsync(right);
        await learner.TapAsync(wrong);

        Assert.Equal("You've already answered this one. Your first answer counts.", CardReader.Texts(learner.Card)[0]);
        Assert.Contains("Correct", CardReader.Texts(learner.Card));
        Assert.True((await learner.AttemptAsync(bot)).Answers.Single().IsRight);
    }

    [Fact]
    public async Task Several_devices_that_answer_at_once_record_one_answer()
    {
        var learner = await Learner.StartAsync(bot);
        var devices = Enumerable
            .Range(0, 20)
            .Select(_ => new Learner(new Chat(bot, "personal") { Person = learner.Chat.Person, Conversation = learner.Chat.Conversation })
            {
                Card = learner.Card,
            })
            .ToList();

        await Task.WhenAll(devices.Select((device, number) => device.TapAsync(device.Options[number % 2])));

        var recorded = (await learner.AttemptAsync(bot)).Answers.Single();
        Assert.All(devices, device => Assert.Contains(recorded.IsRight ? "Correct" : "Not quite", CardReader.Texts(device.Card)));
    }

    [Fact]
    public async Task Two_devices_that_start_at_once_start_one_attempt()
    {
        var learner = await Learner.StartAsync(bot);
        await learner.FinishAsync();
        var begin = (await learner.Chat.SayAsync("training")).Button("Start training");

        await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ =>
                    new Chat(bot, "personal") { Person = learner.Chat.Person, Conversation = learner.Chat.Conversation }.ExecuteAsync(begin)
                )
        );

        var person = learner.Chat.Person[3..];
        Assert.Equal(2, await bot.ReadAsync(database => database.TrainingAttempts.CountAsync(attempt => attempt.PersonId == person)));
    }

    [Fact]
    public async Task An_old_card_says_that_it_is_old_and_shows_the_present_scenario()
    {
        var learner = await Learner.StartAsync(bot);
        var old = learner.Option(true);
        await learner.AnswerAsync(right: true);
        var oldNext = CardReader.Button(learner.Card, "Next question");
        await learner.NextAsync();
        await learner.AnswerAsync(right: true);
        await learner.NextAsync();

        foreach (var button in new[] { old, oldNext })
        {
            await learner.TapAsync(button);
            Assert.Equal("You've moved on since then. Here's where you are now.", CardReader.Texts(learner.Card)[0]);
            Assert.Equal(3, learner.Question);
        }

        Assert.Equal(2, (await learner.AttemptAsync(bot)).Answers.Count);
    }

    [Fact]
    public async Task A_click_on_somebody_elses_card_records_nothing()
    {
        var learner = await Learner.StartAsync(bot);
        var stranger = bot.Chat();

        await stranger.ExecuteAsync(learner.Option(true));

        Assert.Equal(403, stranger.Body.GetProperty("statusCode").GetInt32());
        Assert.Empty((await learner.AttemptAsync(bot)).Answers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x.1.0")]
    [InlineData("00000000000000000000000000000000.1.0")]
    [InlineData("{0}.0.0")]
    [InlineData("{0}.2.0")]
    [InlineData("{0}.11.0")]
    [InlineData("{0}.-1.0")]
    [InlineData("{0}.1.7")]
    [InlineData("{0}.1.-1")]
    [InlineData("{0}.1")]
    [InlineData("{0}.1.0.0")]
    public async Task A_forged_click_records_nothing_and_is_answered(string? id)
    {
        var learner = await Learner.StartAsync(bot);
        var attempt = await learner.AttemptAsync(bot);
        var activity = learner.Chat.Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "training-answer",
                ["data"] = new JsonObject { ["id"] = id?.Replace("{0}", $"{attempt.Id:N}", StringComparison.Ordinal) },
            },
        };

        await learner.Chat.SendAsync(activity);

        Assert.Equal(System.Net.HttpStatusCode.OK, learner.Chat.Status);
        Assert.True(learner.Chat.Body.TryGetProperty("value", out _));
        Assert.Empty((await learner.AttemptAsync(bot)).Answers);
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
