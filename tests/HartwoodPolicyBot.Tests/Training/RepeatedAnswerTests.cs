using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>Answers that come twice, late, from another device or from somebody else record nothing that they should not.</summary>
public sealed class RepeatedAnswerTests(BotHost bot) : IClassFixture<BotHost>
{
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
            Assert.Equal("That's an earlier card. Here's where you are now.", CardReader.Texts(learner.Card)[0]);
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
}
