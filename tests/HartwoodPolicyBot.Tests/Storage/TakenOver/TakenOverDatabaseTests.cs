using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Tests.Storage.TakenOver;

/// <summary>A database that the build of 22 November 2026 filled is taken over without loss.</summary>
public sealed class TakenOverDatabaseTests
{
    internal const string LastMigrationOfThen = "20261122_008_GivenAnswers";

    /// <summary>
    /// EF searches for a migration's id only if it begins with 14 digits, and otherwise for the name after the first 15 characters.
    /// </summary>
    internal const int BeforeName = 15;

    /// <summary>Is short, so that the fake clock does not run ahead of a delivery that is being sent on a slow machine.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    /// <summary>Lists the only columns of a delivery that sending may change.</summary>
    private static readonly string[] WrittenBySending =
    [
        "State",
        "Shown",
        "DueAt",
        "Lease",
        "LeaseUntil",
        "Attempts",
        "FailingSince",
        "Fault",
        "ServiceUrl",
        "ConversationId",
        "ActivityId",
        "SentAt",
    ];

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task The_start_leaves_every_row_of_every_table_unchanged(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateEmptyAsync(provider);
        await using var bot = await StartAsync(test, provider);

        // The start sends what was waiting: a report that had not reached the channel, and 2 messages about training.
        await bot.ToldAsync(TakenOverBot.Channel, "INC-2026-0010");
        var now = await bot.NowAsync();

        Assert.Equal(23, bot.Before.Tables.Count);
        Assert.All(bot.Before.Tables.Keys, table => Assert.NotEmpty(bot.Before.Of(table)));
        foreach (var table in bot.Before.Tables.Keys.Where(table => table != "Deliveries"))
        {
            Assert.Equal(bot.Before.Lines(table), now.Lines(table));
        }

        var waiting = bot.Before.Of("Deliveries").Where(row => row["State"] is 1L).Select(row => row["Id"]).ToHashSet();
        Assert.Equal(3, waiting.Count);
        Assert.Equal(bot.Before.Lines("Deliveries", Sending), now.Lines("Deliveries", Sending));

        IEnumerable<string> Sending(IReadOnlyDictionary<string, object?> row) => waiting.Contains(row["Id"]) ? WrittenBySending : [];
    }

    [Fact]
    public async Task Every_old_column_has_a_value_in_some_row()
    {
        await using var bot = await StartAsync(null, StorageProvider.Sqlite);

        Assert.All(
            bot.Before.Tables,
            table =>
                Assert.All(
                    table.Value,
                    column => Assert.True(bot.Before.Of(table.Key).Any(row => row[column] is not null), $"{table.Key}.{column}")
                )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Timed_work_runs_without_a_fault_for_days_and_deletes_nothing_too_early(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateEmptyAsync(provider);
        await using var bot = await StartAsync(test, provider, hasClocks: true);

        await bot.Teams.ArrivedAsync(request => TakenOverBot.Tells(request, TakenOverBot.Channel, "INC-2026-0010"));
        var nights = "SELECT COUNT(*) FROM \"RetentionNights\" WHERE \"Night\" > '2026-11-20'";
        Assert.True(
            await bot.Time.AdvanceUntilAsync(
                () =>
                    bot.Teams.Requests.Any(request => TakenOverBot.Tells(request, "a:ben", "reading-confirm"))
                    && bot.ValueAsync(nights).GetAwaiter().GetResult() != "0",
                BetweenLooks
            )
        );
        var now = await bot.NowAsync();

        // Rows of these tables are kept for days or weeks only.
        string[] shortLived = ["Deliveries", "FileOffers", "RetentionNights"];
        Assert.DoesNotContain(bot.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.All(
            bot.Before.Tables.Keys.Except(shortLived),
            table => Assert.True(now.Of(table).Count >= bot.Before.Of(table).Count, table)
        );
    }

    private static async Task<TakenOverBot> StartAsync(TestDatabase? test, StorageProvider provider, bool hasClocks = false)
    {
        if (provider == StorageProvider.PostgreSql)
        {
            await using var empty = test!.Open();
            await empty.GetService<IMigrator>().MigrateAsync(LastMigrationOfThen[BeforeName..]);
        }

        var bot = new TakenOverBot(provider == StorageProvider.PostgreSql ? test!.ConnectionString : null) { HasClocks = hasClocks };
        await bot.InitializeAsync();
        return bot;
    }
}
