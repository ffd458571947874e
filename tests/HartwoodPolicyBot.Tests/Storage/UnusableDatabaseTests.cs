using System.Diagnostics;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HartwoodPolicyBot.Tests.Storage;

/// <summary>
/// The database is locked, full, read-only or gone. The person reads what to do and has their words, health says it, and the
/// bot recovers without a restart.
/// </summary>
public sealed class UnusableDatabaseTests
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    private const string Send = "Send report";

    [Fact]
    public async Task While_the_database_is_locked_a_report_comes_back_with_its_words_in_time_and_goes_through_afterwards()
    {
        await using var practice = await Practice.OpenAsync();
        var (priya, sam) = (practice.Bot.Chat(), practice.Bot.Chat());
        var (review, other) = (await Practice.ReviewAsync(priya), await Practice.ReviewAsync(sam));
        await using (var beside = practice.Bot.OpenBeside())
        {
            Run(beside, "BEGIN IMMEDIATE");
            var began = Stopwatch.GetTimestamp();
            var back = priya.FillAsync(CardReader.Button(review, Send));
            var second = sam.FillAsync(CardReader.Button(other, Send));
            var asked = practice.Bot.Chat().SayAsync("can i post a photo of reception");

            foreach (var shown in new[] { await back, await second })
            {
                Assert.Contains("A photo of the reception desk is on Instagram.", shown.GetRawText(), StringComparison.Ordinal);
                Assert.Contains("send it again in a few minutes", shown.GetRawText(), StringComparison.Ordinal);
            }

            Assert.False((await asked).IsSilence);
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, LongestAnswer);
            Assert.Equal("Unhealthy", await HealthAsync(practice.Bot));
            Run(beside, "ROLLBACK");
            var receipt = await Practice.SendAsync(priya, CardReader.Button(await back, "Check report"));
            Assert.Equal("INC-2026-0001", Practice.ReferenceOn(receipt));
        }

        practice.Bot.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.NotEqual("Unhealthy", await HealthAsync(practice.Bot));
        await practice.CardsAsync("INC-2026-0001");
    }

    [Fact]
    public async Task Somebody_who_types_while_nothing_can_be_stored_reads_what_to_do_and_their_own_words()
    {
        await using var practice = await Practice.OpenAsync();
        var manager = practice.Personal(Practice.ManagerId);
        await using var beside = practice.Bot.OpenBeside();
        Run(beside, "BEGIN IMMEDIATE");

        var reply = await manager.SayAsync("hello");

        Assert.Contains("I can't save anything at the moment.", reply.Texts[0], StringComparison.Ordinal);
        Assert.Contains("hello", reply.Texts);
    }

    [SkippableFact]
    public async Task Health_says_that_the_disk_is_full()
    {
        await using var disk = SmallDisk.Mount();
        await using var practice = await Practice.OpenAsync(
            withChannel: false,
            ("Storage:ConnectionString", $"Data Source={Path.Combine(disk.Folder, "hartwood.db")}")
        );
        Assert.NotEqual("Unhealthy", await HealthAsync(practice.Bot));

        var priya = practice.Bot.Chat();
        var review = await Practice.ReviewAsync(priya);
        disk.Fill();
        practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Unhealthy", await HealthAsync(practice.Bot));
        var shown = await priya.FillAsync(CardReader.Button(review, Send));
        Assert.Contains("send it again in a few minutes", shown.GetRawText(), StringComparison.Ordinal);

        disk.Empty();
        practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual("Unhealthy", await HealthAsync(practice.Bot));
        var receipt = await Practice.SendAsync(priya, CardReader.Button(shown, "Check report"));
        Assert.Equal("INC-2026-0001", Practice.ReferenceOn(receipt));
    }

    [Fact]
    public async Task Health_says_that_the_database_is_read_only()
    {
        await using var practice = await Practice.OpenAsync();
        await using var probed = await ReadOnlyAsync(practice.Bot);

        Assert.Contains("takes no writes", await new WriteProbe(probed, practice.Bot.Time).FaultAsync(default), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_bot_survives_a_minute_without_its_server()
    {
        await using var test = await TestDatabase.CreateAsync(StorageProvider.PostgreSql);
        await using var practice = await Practice.OpenAsync(
            withChannel: false,
            ("Storage:Provider", "PostgreSql"),
            ("Storage:ConnectionString", test.ConnectionString)
        );
        var priya = practice.Bot.Chat();
        var review = await Practice.ReviewAsync(priya);
        var name = new NpgsqlConnectionStringBuilder(test.ConnectionString).Database;
        await TestDatabase.OnServerAsync($"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false");
        await TestDatabase.OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        var began = Stopwatch.GetTimestamp();

        var shown = await priya.FillAsync(CardReader.Button(review, Send));

        Assert.Contains("send it again in a few minutes", shown.GetRawText(), StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, LongestAnswer);
        Assert.Equal("Unhealthy", await HealthAsync(practice.Bot));
        await TestDatabase.OnServerAsync($"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true");
        practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual("Unhealthy", await HealthAsync(practice.Bot));
        var receipt = await Practice.SendAsync(priya, CardReader.Button(shown, "Check report"));
        Assert.Equal("INC-2026-0001", Practice.ReferenceOn(receipt));
    }

    private static async Task<ReadOnlyDatabase> ReadOnlyAsync(BotHost bot)
    {
        var file = await bot.ReadAsync(database => Task.FromResult(database.Database.GetDbConnection().DataSource));
        return new ReadOnlyDatabase(file);
    }

    private static async Task<string> HealthAsync(BotHost bot)
    {
        using var answer = await bot.Http.GetAsync("/health/ready");
        return await answer.Content.ReadAsStringAsync();
    }

    private static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class ReadOnlyDatabase(string file) : IDbContextFactory<HartwoodDbContext>, IAsyncDisposable
    {
        public HartwoodDbContext CreateDbContext()
        {
            var builder = new DbContextOptionsBuilder<HartwoodDbContext>();
            StorageServices.Use(builder, new() { ConnectionString = $"Data Source={file};Mode=ReadOnly;Pooling=False" });
            return new(builder.Options);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>Is a disk of 4 MB that can be filled. Only root may mount one.</summary>
    private sealed class SmallDisk : IAsyncDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("hartwood-disk").FullName;

        private string Filler => Path.Combine(Folder, "filler");

        public static SmallDisk Mount()
        {
            var disk = new SmallDisk();
            Skip.IfNot(
                OperatingSystem.IsLinux() && Did("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.Folder),
                "A small disk can be mounted by root on Linux only."
            );
            return disk;
        }

        public void Fill()
        {
            using var file = File.OpenWrite(Filler);
            try
            {
                while (true)
                {
                    file.Write(new byte[4096]);
                    file.Flush();
                }
            }
            catch (IOException)
            {
                // The disk is full now.
            }
        }

        public void Empty() => File.Delete(Filler);

        public ValueTask DisposeAsync()
        {
            SqliteConnection.ClearAllPools();
            Did("umount", "--lazy", Folder);
            Directory.Delete(Folder);
            return ValueTask.CompletedTask;
        }

        private static bool Did(string program, params string[] arguments)
        {
            try
            {
                using var process = Process.Start(
                    new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false }
                )!;
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
