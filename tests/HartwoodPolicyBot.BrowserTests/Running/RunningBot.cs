using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.BrowserTests.Running;

/// <summary>
/// Runs the bot as a newcomer starts it: in Development, without credentials, on a new database, with the Agents Playground beside
/// it. It starts when a test first asks for it, so that a skipped test starts nothing.
/// </summary>
public sealed partial class RunningBot : IAsyncLifetime
{
    /// <summary>Allows for the first start, which downloads the Playground.</summary>
    private static readonly TimeSpan TimeToDownload = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan TimeToListen = TimeSpan.FromSeconds(120);
    private readonly string folder = Directory.CreateTempSubdirectory("hartwood-").FullName;
    private readonly Dictionary<string, string> environment;
    private Lazy<BotProcess> process;

    public RunningBot()
    {
        environment = new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = FreePort.NextAddress(),
            ["Storage__ConnectionString"] = $"Data Source={Database}",
            ["Playground__Enabled"] = "true",
            // The tests use few commands, and wait for the first use of each.
            ["Start__Rehearses"] = "false",
            ["npm_config_prefer_offline"] = "true",
            ["Playground__Port"] = $"{FreePort.Next()}",
        };
        process = new(() =>
        {
            LearnedFiles.GiveTo(Database);
            return BotProcess.Start(environment);
        });
    }

    private string Database => Path.Combine(folder, "hartwood.db");

    /// <summary>Returns the address of the bot's pages and endpoint.</summary>
    public async Task<Uri> AddressAsync()
    {
        var line = await process.Value.LineAsync("Now listening on: ", TimeToListen);
        return new Uri(Address().Match(line).Value);
    }

    /// <summary>Returns the address of the page that the bot tells a newcomer to open.</summary>
    public async Task<Uri> PlaygroundAsync()
    {
        Requires.Node();
        var line = await process.Value.LineAsync("Agents Playground is ready: open ", TimeToDownload);
        return new Uri(Address().Match(line).Value);
    }

    /// <summary>Stops the bot as a service manager does.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> StopAsync() => process.Value.StopAsync();

    /// <summary>Stops the bot and starts it again on the same database and at the same addresses.</summary>
    public async Task RestartAsync()
    {
        var page = await PlaygroundAsync();
        await process.Value.DisposeAsync();
        await FreePort.AbandonedAsync(page.Port, TimeToListen);
        process = new(() => BotProcess.Start(environment));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (process.IsValueCreated)
        {
            await process.Value.DisposeAsync();
            LearnedFiles.TakeFrom(Database);
        }

        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex("http://[^ ]+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
