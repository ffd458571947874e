using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Storage;

/// <summary>Backs up and restores with the real program, as whoever runs the bot does.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hartwood");

    private string Database => Path.Combine(folder.FullName, "hartwood.db");

    private string Backup => Path.Combine(folder.FullName, "copy.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_backup_of_a_running_bot_holds_every_report_and_restores_to_the_same()
    {
        await using (var practice = await OpenAsync())
        {
            for (var report = 0; report < 5; report++)
            {
                await Practice.ReportAsync(practice.Bot.Chat());
            }

            Assert.Equal((0, ""), await RunAsync("backup", Backup));
            Assert.Equal("5", Ask(Backup, """SELECT count(*) FROM "Incidents" """));
            Assert.Equal((1, $"{Backup} exists already. Remove it or name another file."), await RunAsync("backup", Backup));
            Assert.Equal((1, "The bot is running. Stop it first."), await RunAsync("restore", Backup));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
            }

            await Practice.ReportAsync(practice.Bot.Chat());
        }

        SqliteConnection.ClearAllPools();
        Assert.Equal((0, ""), await RunAsync("restore", Backup));
        Assert.Equal("6", Ask(Assert.Single(Kept()), """SELECT count(*) FROM "Incidents" """));
        await using var after = await OpenAsync();
        Assert.Equal(5, await after.Bot.ReadAsync(database => database.Incidents.CountAsync()));

        // Number 6 is lost with its report, and known to whoever sent it.
        var receipt = await Practice.ReportAsync(after.Bot.Chat());
        Assert.Equal("INC-2026-0007", Practice.ReferenceOn(receipt));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_loss_of_the_database_the_numbers_jump(bool isDamaged)
    {
        await using (var practice = await OpenAsync())
        {
            await Practice.ReportAsync(practice.Bot.Chat());
            Assert.Equal((0, ""), await RunAsync("backup", Backup));
            await Practice.ReportAsync(practice.Bot.Chat());
        }

        SqliteConnection.ClearAllPools();
        File.Delete(Database);
        if (isDamaged)
        {
            await File.WriteAllTextAsync(Database, "This was the database before the disk failed.");
        }

        Assert.Equal((0, ""), await RunAsync("restore", Backup));
        await using var after = await OpenAsync();
        var receipt = await Practice.ReportAsync(after.Bot.Chat());
        var jumped = int.Parse(Practice.ReferenceOn(receipt)[^4..], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(jumped > 1000, $"{jumped}");
    }

    [Theory]
    [InlineData("missing", "is missing or empty.")]
    [InlineData("empty", "is missing or empty.")]
    [InlineData("text", "is not a database that can be read")]
    [InlineData("other", "is not a database of this bot.")]
    [InlineData("damaged", "")]
    [InlineData("newer", "was made by a newer version of the bot.")]
    public async Task What_is_no_backup_is_refused_and_changes_nothing(string what, string why)
    {
        await using (var practice = await OpenAsync())
        {
            await Practice.ReportAsync(practice.Bot.Chat());
            Assert.Equal((0, ""), await RunAsync("backup", Backup));
        }

        switch (what)
        {
            case "missing":
                File.Delete(Backup);
                break;
            case "empty":
                await File.WriteAllTextAsync(Backup, "");
                break;
            case "text":
                await File.WriteAllTextAsync(Backup, new string('x', 10_000));
                break;
            case "other":
                Ask(Backup, """DROP TABLE "Deliveries" """);
                break;
            case "damaged":
                await using (var file = File.OpenWrite(Backup))
                {
                    file.Position = 4096 * 3;
                    file.Write(new byte[4096 * 4]);
                }

                break;
            default:
                Ask(Backup, """INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Later', '99.0')""");
                break;
        }

        var (exitCode, error) = await RunAsync("restore", Backup);

        Assert.Equal(1, exitCode);
        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.Empty(Kept());
        Assert.Equal("1", Ask(Database, """SELECT count(*) FROM "Incidents" """));
    }

    [Fact]
    public async Task An_empty_file_where_a_database_was_stops_the_start_and_no_file_starts_a_new_one()
    {
        await File.WriteAllTextAsync(Database, "");
        var (exitCode, error) = await RunAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("hartwood.db is empty. If it was in use before, restore a backup", error, StringComparison.Ordinal);

        File.Delete(Database);
        await File.WriteAllTextAsync($"{Database}-wal", "x");
        (exitCode, error) = await RunAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("is missing, but its log", error, StringComparison.Ordinal);

        File.Delete($"{Database}-wal");
        await using var practice = await OpenAsync();
        Assert.Contains(
            practice.Bot.Log.All,
            line => line.Contains("There is no database yet, so a new one is made", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_restore_without_the_key_of_anonymous_reports_says_so_and_with_it_says_nothing()
    {
        var key = Path.Combine(folder.FullName, "hartwood.key");
        (string, string)[] settings = [("Storage:ConnectionString", $"Data Source={Database}"), ("Incidents:FollowUpKey", "")];
        await using (var practice = await Practice.OpenAsync(withChannel: false, settings))
        {
            await Practice.ReportAsync(practice.Bot.Chat(), ("appear", "Anonymous"));
            await practice.DeliveredAsync();
            Assert.Equal((0, ""), await RunAsync("backup", Backup));
        }

        var warning =
            "The key here doesn't belong to this database, so the codes of 1 anonymous report won't work: before you start the bot, put "
            + $"back the file that was {key}.";
        var made = await File.ReadAllTextAsync(key);
        File.Delete(key);
        Assert.Equal((0, warning), await RestoreAsync());
        Assert.False(File.Exists(key));

        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]));
        Assert.Equal((0, warning), await RestoreAsync());

        await File.WriteAllTextAsync(key, made);
        Assert.Equal((0, ""), await RestoreAsync());
    }

    [Fact]
    public async Task On_PostgreSQL_the_commands_name_the_tools_to_use()
    {
        var (exitCode, error) = await RunAsync("backup", Backup, "--Storage:Provider", "PostgreSql");

        Assert.Equal((1, "The database is PostgreSQL: use pg_dump for a backup and pg_restore to restore it."), (exitCode, error));
    }

    private Task<Practice> OpenAsync() => Practice.OpenAsync(withChannel: false, ("Storage:ConnectionString", $"Data Source={Database}"));

    /// <summary>Restores the backup in place of a database that is lost.</summary>
    private Task<(int ExitCode, string Error)> RestoreAsync()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(folder.FullName, "hartwood.db*"))
        {
            File.Delete(file);
        }

        return RunAsync("restore", Backup);
    }

    private string[] Kept() => Directory.GetFiles(folder.FullName, "hartwood.db.before-restore-*");

    private static string Ask(string file, string sql)
    {
        using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return $"{command.ExecuteScalar()}";
    }

    /// <summary>Runs the program and returns its exit code and what it says to standard error.</summary>
    private async Task<(int ExitCode, string Error)> RunAsync(params string[] arguments)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Playground:Enabled"] = "false",
            ["Storage:ConnectionString"] = $"Data Source={Database}",
        };
        var (exitCode, error) = await ProgramRun.ToEndAsync(folder.FullName, "Development", settings, arguments);
        return (exitCode, error.Trim());
    }
}
