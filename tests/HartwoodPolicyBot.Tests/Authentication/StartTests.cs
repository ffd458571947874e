using HartwoodPolicyBot.Start;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Authentication;

/// <summary>Starts the built program as a process with a wrong configuration: it must end at once and say which key is wrong.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hartwood-start");

    private readonly Dictionary<string, string?> settings = new()
    {
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = BotIdentities.App,
        ["MicrosoftAppTenantId"] = BotIdentities.Tenant,
        ["MicrosoftAppPassword"] = "a secret for tests",
        ["Web:PublicUrl"] = "https://policy.hartwood.example",
    };

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("MicrosoftAppId", null)]
    [InlineData("MicrosoftAppId", " ")]
    [InlineData("MicrosoftAppId", "hartwood-bot")]
    [InlineData("MicrosoftAppId", "{11111111-2222-3333-4444-555555555555}")]
    [InlineData("MicrosoftAppTenantId", null)]
    [InlineData("MicrosoftAppTenantId", "hartwood.onmicrosoft.com")]
    [InlineData("MicrosoftAppTenantId", "aaaaaaaabbbbccccddddeeeeeeeeeeee")]
    [InlineData("MicrosoftAppType", null)]
    [InlineData("MicrosoftAppType", "SingelTenant")]
    [InlineData("MicrosoftAppType", "MultiTenant")]
    [InlineData("MicrosoftAppType", "UserAssignedMSI", "MicrosoftAppPassword")]
    [InlineData("MicrosoftAppPassword", null)]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "http://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "file:///etc/hostname")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "")]
    [InlineData("ToChannelFromBotLoginUrl", "http://login.microsoftonline.com/")]
    [InlineData("Web:PublicUrl", "")]
    [InlineData("Web:PublicUrl", "hartwood")]
    [InlineData("Web:PublicUrl", "https://")]
    [InlineData("Web:PublicUrl", "https://[nonsense")]
    [InlineData("Web:PublicUrl", "http://policy.hartwood.example")]
    [InlineData("Storage:Provider", "Oracle")]
    [InlineData("Storage:Provider", "7")]
    [InlineData("Storage:ConnectionString", "")]
    [InlineData("Storage:ConnectionString", "hartwood.db")]
    [InlineData("Storage:ConnectionString", "Data Source=/no/such/folder/hartwood.db")]
    [InlineData("Teams:Connector:Retries", "many")]
    [InlineData("Teams:Connector:Retries", "11")]
    [InlineData("Teams:Connector:AttemptTimeout", "-00:00:01")]
    [InlineData("Bot:Burst", "0")]
    [InlineData("Policies:LeastConfidence", "1")]
    [InlineData("Privacy:QuestionLogDays", "0")]
    [InlineData("Privacy:IncidentYears", "9")]
    [InlineData("Privacy:SeriousIncidentYears", "19")]
    [InlineData("Privacy:IncidentYears", "30")]
    [InlineData("Privacy:TrainingYears", "5")]
    [InlineData("Playground:Port", "many")]
    public async Task A_wrong_key_stops_the_start_in_one_line_that_names_it(string key, string? value, string? named = null)
    {
        settings[key] = value;

        var (exitCode, errors) = await StartAsync();

        Assert.Equal(1, exitCode);
        var line = Assert.Single(errors);
        Assert.StartsWith("The bot cannot start. ", line, StringComparison.Ordinal);
        Assert.Contains(named ?? key, line, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret for tests", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=hartwood;Password=a secret for tests")]
    [InlineData("Host=127.0.0.1;Nonsense=1")]
    public async Task A_database_server_that_cannot_be_reached_stops_the_start_in_one_line(string connection)
    {
        settings["Storage:Provider"] = "PostgreSql";

        await A_wrong_key_stops_the_start_in_one_line_that_names_it("Storage:ConnectionString", connection);
    }

    [Fact]
    public async Task Two_wrong_keys_are_named_together()
    {
        settings["MicrosoftAppId"] = null;
        settings["Web:PublicUrl"] = "hartwood";

        var (exitCode, errors) = await StartAsync();

        Assert.Equal(1, exitCode);
        var line = Assert.Single(errors);
        Assert.Contains("MicrosoftAppId", line, StringComparison.Ordinal);
        Assert.Contains("Web:PublicUrl", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Staff:PracticeManagers")]
    [InlineData("Staff:Deputies")]
    public async Task A_practice_manager_or_deputy_as_speak_up_person_stops_the_start_in_one_line_that_names_both_keys(string key)
    {
        settings[$"{key}:0"] = "33333333-cccc-4000-8000-000000000001";
        settings["Incidents:SpeakUpPerson"] = "33333333-CCCC-4000-8000-000000000001";

        var (exitCode, errors) = await StartAsync();

        Assert.Equal(1, exitCode);
        var line = Assert.Single(errors);
        Assert.Contains(key, line, StringComparison.Ordinal);
        Assert.Contains("Incidents:SpeakUpPerson", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_that_two_sections_depend_on_is_named_once()
    {
        settings["Staff:PracticeManagers:0"] = "margaret.ellis@hartwood.example";

        var (exitCode, errors) = await StartAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal(2, Assert.Single(errors).Split("Staff:PracticeManagers").Length);
    }

    [Fact]
    public async Task A_lock_that_a_killed_start_left_behind_stops_the_start_in_one_line_that_says_how_to_clear_it()
    {
        // A new database that is half made: it holds only what EF writes before its first migration.
        var connection = settings["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "locked.db")}";
        await using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"{connection};Pooling=False"))
        {
            await database.OpenAsync();
            await using var left = database.CreateCommand();
            left.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
                "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2020-01-01 10:00:00+00:00');
                """;
            await left.ExecuteNonQueryAsync();
        }

        var (exitCode, errors) = await StartAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("DROP TABLE \"__EFMigrationsLock\";", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_program_that_is_missing_is_named_in_one_sentence()
    {
        var missing = Assert.Throws<FileNotFoundException>(() =>
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Content", "no-such-file.txt"))
        );

        Assert.Equal(
            "The file Content/no-such-file.txt is missing. Put it back, or install the bot again.",
            StartUp.Refusal(missing)?.Replace('\\', '/')
        );
    }

    private async Task<(int ExitCode, IReadOnlyList<string> Errors)> StartAsync()
    {
        var (exitCode, error) = await ProgramRun.ToEndAsync(folder.FullName, "Production", settings);
        return (exitCode, error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
