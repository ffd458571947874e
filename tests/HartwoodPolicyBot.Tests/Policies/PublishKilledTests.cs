using System.Text;
using System.Text.Json;
using HartwoodPolicyBot.Core.Policies;
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

        await publish.KillAtAsync("INSERT INTO \"PolicyVersions\"");
        await publish.ChangeAsync("DROP TRIGGER endless");

        await publish.IsInForceAsync(1, "Anonymity", "No version");
        var card = await publish.TapPublishAsync();
        Assert.StartsWith("Published and in force: Social media policy, version 2.", CardReader.Texts(card)[0], StringComparison.Ordinal);
        await publish.IsInForceAsync(2, "Posting without a name", "Version 2");
    }

    [Fact]
    public async Task Killed_just_after_the_transaction_the_new_version_is_in_force_and_another_can_be_published()
    {
        await using var publish = await KilledPublish.StartAsync();

        await publish.KillAtAsync("INSERT INTO \"PolicyVersions\"", "Committed transaction");

        await publish.IsInForceAsync(2, "Posting without a name", "Version 2");
        var again = await publish.TapPublishAsync();
        Assert.DoesNotContain("Published and in force", CardReader.Texts(again)[0], StringComparison.Ordinal);
        await publish.PublishAsync(Publishing.SocialMedia.Replace("version: unknown", "version: 3", StringComparison.Ordinal));
        await publish.IsInForceAsync(3, "Anonymity", "Version 3");
    }

    /// <summary>A policy that is reviewed and ready to publish, a bot as a process that publishes it, and the bot after a restart.</summary>
    private sealed class KilledPublish : IAsyncDisposable
    {
        private readonly TestDatabase database;
        private readonly FakeFiles files;
        private readonly JsonElement button;
        private BotHost bot;

        private KilledPublish(TestDatabase database, FakeFiles files, BotHost bot, JsonElement button) =>
            (this.database, this.files, this.bot, this.button) = (database, files, bot, button);

        private Chat Manager => new(bot, "personal") { Person = $"29:{Publishing.ManagerId}", Conversation = $"a:{Publishing.ManagerId}" };

        public static async Task<KilledPublish> StartAsync()
        {
            var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
            var (files, bot) = (await FakeFiles.StartAsync(), await OpenAsync(database));
            var publish = new KilledPublish(database, files, bot, default);
            return new(database, files, bot, await publish.ReviewedAsync(PublishTests.Reworded));
        }

        public async Task ChangeAsync(string sql)
        {
            await using var context = database.Open();
            await context.Database.ExecuteSqlRawAsync(sql);
        }

        /// <summary>Taps "Publish" at a bot that runs as a process, and kills it when its log has said these words one after the other.</summary>
        public async Task KillAtAsync(params string[] words)
        {
            await using var killed = await KilledBot.StartAsync(database, Settings(bot.Teams));
            using var body = new StringContent(Tap().ToString(), Encoding.UTF8, "application/json");
            var answer = killed.Http.PostAsync("/api/messages", body);
            foreach (var part in words)
            {
                await killed.SaysAsync(part);
            }

            await killed.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer);
            await bot.DisposeAsync();
            bot = await OpenAsync(database);
        }

        /// <summary>Checks that answers, page, sign-off and training have one version, and the database has no more.</summary>
        public async Task IsInForceAsync(int number, string heading, string stated)
        {
            var version = await bot.ReadAsync(rows => rows.PolicyVersions.OrderBy(row => row.Number).LastAsync());
            Assert.Equal(number, version.Number);
            Assert.Equal(number, await bot.ReadAsync(rows => rows.PolicyVersions.CountAsync()));
            var document = Assert.Single(bot.Services.GetRequiredService<PolicyLibrary>().Documents);
            Assert.Equal(version.OnRecord, document.VersionOnRecord);
            Assert.Equal(version.Fingerprint, document.Fingerprint);
            Assert.Contains(heading, (await bot.Chat().SayAsync("can i use a burner account")).Cited);
            Assert.Contains($">{heading}</h", await bot.Http.GetStringAsync("/policy"), StringComparison.Ordinal);
            Assert.Contains(stated, await bot.Http.GetStringAsync("/policy"), StringComparison.OrdinalIgnoreCase);
            Assert.Equal(
                document.VersionOnRecord,
                bot.Services.GetRequiredService<TrainingModule>().Policy.VersionOnRecord
            );
        }

        public async Task<JsonElement> TapPublishAsync()
        {
            await Manager.SendAsync(System.Text.Json.Nodes.JsonNode.Parse(Tap().ToString())!);
            return default;
        }

        public Task PublishAsync(string markdown) => Task.CompletedTask;

        public async ValueTask DisposeAsync()
        {
            await bot.DisposeAsync();
            await files.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
