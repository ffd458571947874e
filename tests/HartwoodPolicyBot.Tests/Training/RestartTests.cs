using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Policies;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>The bot is restarted on the same database, and the person goes on with another device.</summary>
public sealed class RestartTests
{
    /// <summary>Restarts the bot after every step: the role, then ten answers, each with its feedback and its next button.</summary>
    [Fact]
    public async Task A_restart_at_any_step_loses_nothing_and_asks_nothing_twice()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var (person, conversation) = ("29:0f0f0f0f-0000-4000-8000-000000000001", "a:priya");
        var asked = new List<string>();
        Learner learner;
        await using (var bot = await StartAsync(database))
        {
            learner = await Learner.StartAsync(bot, chat: new Chat(bot, "personal") { Person = person, Conversation = conversation });
        }

        for (var number = 1; number <= 10; number++)
        {
            await using (var bot = await StartAsync(database))
            {
                // The card from before the restart still works.
                learner = new Learner(new Chat(bot, "personal") { Person = person, Conversation = conversation }) { Card = learner.Card };
                Assert.Equal(number, learner.Question);
                asked.Add(learner.Scenario.Id);
                await learner.AnswerAsync(right: number % 5 != 0);
                Assert.Equal(number, (await learner.AttemptAsync(bot)).Answers.Count);
            }

            await using (var bot = await StartAsync(database))
            {
                learner = new Learner(new Chat(bot, "personal") { Person = person, Conversation = conversation }) { Card = learner.Card };
                var onAnotherDevice = await learner.Chat.SayAsync(number < 10 ? "training" : "my training");
                await learner.NextAsync();
                if (number < 10)
                {
                    Assert.Equal(learner.Scenario, new Learner(learner.Chat) { Card = onAnotherDevice.Card }.Scenario);
                }
            }
        }

        Assert.Equal("Well done, you've passed: 8 out of 10", learner.Heading);
        Assert.Equal(10, asked.Distinct().Count());
        await using var read = database.Open();
        Assert.Equal(AttemptState.Passed, (await read.TrainingAttempts.SingleAsync()).State);
        Assert.Equal(10, await read.TrainingAnswers.CountAsync());
    }

    [Fact]
    public async Task A_policy_that_changes_during_an_attempt_closes_it_with_an_explanation_and_keeps_its_answers()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        Learner learner;
        await using (var bot = await StartAsync(database))
        {
            learner = await Learner.StartAsync(bot);
            await learner.AnswerAsync(right: true);
            await learner.NextAsync();
        }

        await using (var bot = await StartAsync(database, ("Staff:PracticeManagers:0", Publishing.ManagerId)))
        {
            await Publishing.PublishAsync(
                bot,
                Publishing.SocialMedia.Replace(
                    "Unauthorised practice accounts will not be permitted.",
                    "Unauthorised practice accounts will not be permitted at all. Unauthorised practice accounts will not be permitted.",
                    StringComparison.Ordinal
                )
            );
            learner = new Learner(new Chat(bot, "personal") { Person = learner.Chat.Person, Conversation = learner.Chat.Conversation })
            {
                Card = learner.Card,
            };
            await learner.TapAsync(learner.Options[0]);

            Assert.Equal("The policy has changed since you started, so you'll need to start again.", CardReader.Texts(learner.Card)[0]);
            await learner.TapAsync("Start training");
            Assert.Equal(1, learner.Question);
            await learner.FinishAsync();
            Assert.StartsWith("Well done", learner.Heading, StringComparison.Ordinal);
        }

        await using var read = database.Open();
        Assert.Equal(
            [AttemptState.Outdated, AttemptState.Passed],
            await read.TrainingAttempts.OrderBy(attempt => attempt.Number).Select(attempt => attempt.State).ToListAsync()
        );
        Assert.Equal(11, await read.TrainingAnswers.CountAsync());
    }

    [Fact]
    public async Task Without_its_policy_no_training_is_offered_and_the_bot_runs()
    {
        var folder = Directory.CreateTempSubdirectory("policies").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "other.md"), "---\ntitle: Other policy\n---\n\n## A section\n\nA clause.\n");
        await using var bot = await BotHost.StartAsync(("Policies:Folder", folder));

        Assert.Contains("no training available", (await bot.Chat().SayAsync("training")).Texts[0], StringComparison.Ordinal);
        Assert.Equal(
            StaffRole.Unknown,
            (await bot.ReadAsync(database => database.StaffMembers.FirstOrDefaultAsync()))?.Role ?? StaffRole.Unknown
        );
        Directory.Delete(folder, recursive: true);
    }

    private static Task<BotHost> StartAsync(TestDatabase database, params (string Key, string Value)[] settings) =>
        BotHost.StartAsync([("Storage:ConnectionString", database.ConnectionString), .. settings]);
}
