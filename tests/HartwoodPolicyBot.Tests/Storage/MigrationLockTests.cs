using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Storage;

/// <summary>A start finds the database locked by another one that is migrating it, or that was killed while migrating.</summary>
public sealed class MigrationLockTests
{
    /// <summary>EF records the time of its lock by the machine's clock, so the fake clock starts there.</summary>
    private readonly FakeTime time = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_bot_whose_database_is_up_to_date_starts_whatever_lock_was_left_behind()
    {
        await using var test = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await LockAsync(test, time.GetUtcNow());

        await using var bot = await BotHost.StartAsync(("Storage:ConnectionString", test.ConnectionString));

        Assert.NotEmpty((await bot.Chat().SayAsync("hi")).Texts);
    }

    [Fact]
    public async Task A_start_waits_until_another_instance_has_migrated()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(StorageProvider.Sqlite);
        await LockAsync(test, time.GetUtcNow());
        var start = StartAsync(test);
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.False(start.IsCompleted);

        await using (var other = test.Open())
        {
            await other.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """);
        }

        Assert.True(await time.RunAsync(start));
        await using var database = test.Open();
        Assert.Empty(await database.Database.GetPendingMigrationsAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task A_start_waits_for_at_most_a_minute_even_when_the_clock_was_put_back(int minutesAhead)
    {
        await using var test = await TestDatabase.CreateEmptyAsync(StorageProvider.Sqlite);
        await LockAsync(test, time.GetUtcNow().AddMinutes(minutesAhead));
        var began = time.GetUtcNow();

        await Assert.ThrowsAsync<MigrationLockedException>(() => time.RunAsync(StartAsync(test)));

        Assert.InRange(time.GetUtcNow() - began, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(62));
    }

    [SkippableFact]
    public async Task On_PostgreSQL_the_lock_ends_with_the_connection_that_held_it()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(StorageProvider.PostgreSql);
        await using (var killed = test.Open())
        {
            await killed.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsHistory" ("MigrationId" character varying(150) PRIMARY KEY,
                "ProductVersion" character varying(32) NOT NULL)
                """
            );
            await killed.Database.BeginTransactionAsync();
            await killed.Database.ExecuteSqlRawAsync("""LOCK TABLE "__EFMigrationsHistory" IN ACCESS EXCLUSIVE MODE""");
            await using var server = test.Open();
            await server.Database.ExecuteSqlRawAsync(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            );
        }

        Assert.True(await StartAsync(test));
    }

    /// <summary>Locks the database as EF does.</summary>
    private static async Task LockAsync(TestDatabase test, DateTimeOffset since)
    {
        await using var database = test.Open();
        await database.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
            "Timestamp" TEXT NOT NULL)
            """
        );
        await database.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsLock" VALUES (1, {since})""");
    }

    private async Task<bool> StartAsync(TestDatabase test)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IDbContextFactory<HartwoodDbContext>>(test)
            .AddSingleton(new StorageOptions { Provider = StorageProvider.Sqlite, ConnectionString = "Data Source=:memory:" })
            .AddSingleton<SqliteFile>()
            .BuildServiceProvider();
        await StorageServices.MigrateAsync(services, default);
        return true;
    }
}
