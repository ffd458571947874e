using System.Text;
using System.Text.Json;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>The bot is killed in the middle of a publish, as by a power cut. After a restart one version is in force, as a whole.</summary>
public sealed class PublishKilledTests
{
    /// <summary>Makes storing a version go on for ever, so that the bot is killed inside of the transaction.</summary>
    private const string Endless = """
        CREATE TRIGGER endless AFTER INSERT ON PolicyVersions BEGIN
        UPDATE PolicyVersions SET Title = (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n); END
        """;

    [Fact]
    public async Task Killed_before_the_end_of_the_transaction_the_old_version_is_in_force_and_the_same_form_publishes_later()
    {
        await using var publish = await KilledPublish.StartAsync();
        await publish.ChangeAsync(Endless);

        var wasAnswered = await publish.KillAtAsync("INSERT INTO \"PolicyVersions\"");
        await publish.ChangeAsync("DROP TRIGGER endless");

        Assert.False(wasAnswered);
        await publish.IsInForceAsync(1, "Anonymity");
        Assert.Contains(
            "Published and in force: Social media policy, version 2.",
            await publish.TapPublishAsync(),
            StringComparison.Ordinal
        );
        await publish.IsInForceAsync(2, "Posting without a name");
    }

    [Fact]
    public async Task Killed_just_after_the_transaction_the_new_version_is_in_force_and_another_can_be_published()
    {
        await using var publish = await KilledPublish.StartAsync();

        // Its answer may have left by then: nothing holds the bot after the transaction.
        await publish.KillAtAsync("INSERT INTO \"PolicyVersions\"", "Committed transaction");

        await publish.IsInForceAsync(2, "Posting without a name");
        Assert.DoesNotContain("Published and in force", await publish.TapPublishAsync(), StringComparison.Ordinal);
        var third = await publish.PublishAsync(Publishing.SocialMedia.Replace("version: unknown", "version: 3", StringComparison.Ordinal));
        Assert.Contains("Published and in force: Social media policy, version 3.", third, StringComparison.Ordinal);
        await publish.IsInForceAsync(3, "Anonymity");
    }

    /// <summary>A policy that is ready to publish, a bot as a process that publishes it, and the bot after a restart.</summary>
    private sealed class KilledPublish : IAsyncDisposable
    {
        private readonly TestDatabase database;
        private readonly FakeFiles files = null!;
        private BotHost bot = null!;
        private JsonElement form;

        private KilledPublish(TestDatabase database, FakeFiles files) => (this.database, this.files) = (database, files);

        private Chat Manager => new(bot, "personal") { Person = $"29:{Publishing.ManagerId}", Conversation = $"a:{Publishing.ManagerId}" };

        private JsonElement Publish => CardReader.Button(form, "Publish");

        public static async Task<KilledPublish> StartAsync()
        {
            var publish = new KilledPublish(await TestDatabase.CreateAsync(StorageProvider.Sqlite), await FakeFiles.StartAsync());
            await publish.RestartAsync();
            publish.form = await publish.FormAsync(PublishTests.Reworded);
            return publish;
        }

        public async Task ChangeAsync(string sql)
        {
            await using var context = database.Open();
            await context.Database.ExecuteSqlRawAsync(sql);
        }

        /// <summary>
        /// Taps "Publish" at a bot that runs as a process, kills it when its log has said these words in turn, and returns whether it
        /// had answered.
        /// </summary>
        public async Task<bool> KillAtAsync(params string[] words)
        {
            bool wasAnswered;
            await using (var killed = await KilledBot.StartAsync(database, ("Staff:PracticeManagers:0", Publishing.ManagerId)))
            {
                using var tap = new StringContent(
                    Manager.Tap(Publish, PublishingChat.Answers(form)).ToJsonString(),
                    Encoding.UTF8,
                    "application/json"
                );
                var answer = killed.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), tap);
                foreach (var part in words)
                {
                    await killed.SaysAsync(part);
                }

                await killed.KillAsync();
                wasAnswered = await Record.ExceptionAsync(() => answer) switch
                {
                    null => true,
                    HttpRequestException => false,
                    var other => throw other,
                };
            }

            await RestartAsync();
            return wasAnswered;
        }

        /// <summary>Checks that answers, page, sign-off and training have one version, and the database has no more.</summary>
        public async Task IsInForceAsync(int number, string heading)
        {
            var versions = await bot.ReadAsync(rows => rows.PolicyVersions.OrderBy(row => row.Number).ToListAsync());
            Assert.Equal(Enumerable.Range(1, number), versions.Select(row => row.Number));
            var document = Assert.Single(bot.Services.GetRequiredService<PolicyLibrary>().Documents);
            Assert.Equal((versions[^1].OnRecord, versions[^1].Fingerprint), (document.VersionOnRecord, document.Fingerprint));
            Assert.Contains(heading, (await bot.Chat().SayAsync("can i use a burner account")).Cited);
            Assert.Contains($">{heading}</h", await bot.Http.GetStringAsync("/policy"), StringComparison.Ordinal);
            var training = bot.Services.GetRequiredService<TrainingModule>();
            Assert.True(training.IsOffered);
            Assert.Equal(document.VersionOnRecord, training.Policy.Version);
            Assert.Contains(heading, training.Policy.Sections.Select(section => section.Heading));
            var rounds = bot.Services.GetRequiredService<SignOffRounds>();
            Assert.Null(await rounds.SendAsync(PersonId.Of(Publishing.ManagerId), document.Slug, versions[^1].Fingerprint, default));
            Assert.Contains(
                document.VersionOnRecord,
                await bot.ReadAsync(rows => rows.PolicyRounds.Select(row => row.PolicyVersion).ToListAsync())
            );
        }

        /// <summary>Publishes with the form of before the kill, and returns the answer.</summary>
        public async Task<string> TapPublishAsync()
        {
            var manager = Manager;
            await manager.ExecuteAsync(Publish, PublishingChat.Answers(form));
            return manager.Body.GetRawText();
        }

        public async Task<string> PublishAsync(string markdown)
        {
            form = await FormAsync(markdown);
            return await TapPublishAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await bot.DisposeAsync();
            await files.DisposeAsync();
            await database.DisposeAsync();
        }

        private async Task RestartAsync()
        {
            if (bot is { } before)
            {
                await before.DisposeAsync();
            }

            // The killed process lives in the machine's time, and a version is in force from the day on which it was published.
            bot = new BotHost()
                .With("Staff:PracticeManagers:0", Publishing.ManagerId)
                .With("Teams:Connector:LongestClick", "01:00:00")
                .With("Storage:ConnectionString", database.ConnectionString);
            await using (var rows = database.Open())
            {
                var published = await rows.PolicyVersions.Select(row => row.PublishedAt).ToListAsync();
                var ahead = published.DefaultIfEmpty().Max() - bot.Time.GetUtcNow();
                bot.Time.Advance(ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero);
            }

            await bot.InitializeAsync();
        }

        private async Task<JsonElement> FormAsync(string markdown)
        {
            var file = files.Keep("Social media policy.md", Encoding.UTF8.GetBytes(markdown));
            var review = (await PublishingChat.SendAsync(Manager, file)).Card;
            return await Manager.FillAsync(CardReader.Button(review, "Publish…"));
        }
    }
}
