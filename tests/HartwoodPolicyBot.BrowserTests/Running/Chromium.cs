namespace HartwoodPolicyBot.BrowserTests.Running;

/// <summary>Holds one browser for all tests, started when a test first asks for a page.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Is long enough for a busy machine; a test goes on as soon as the page shows what it waits for.</summary>
    private const float PatienceMilliseconds = 20_000;
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> started = new(StartAsync);

    /// <summary>Opens a page that shares nothing with any other page.</summary>
    public async Task<IPage> OpenAsync(int width, int height = 900, ColorScheme colours = ColorScheme.Light, float scale = 1)
    {
        var (_, browser) = await started.Value;
        return await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = colours,
                DeviceScaleFactor = scale,
                Locale = "en-GB",
                TimezoneId = "Europe/London",
            }
        );
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (started.IsValueCreated && started.Value.IsCompletedSuccessfully)
        {
            var (driver, browser) = await started.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var program = Requires.Chromium();
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        var driver = await Microsoft.Playwright.Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox"] }));
    }
}

/// <summary>
/// Groups the tests that share one bot and one browser. They run one at a time, because they share a chat and the machine is small.
/// </summary>
[CollectionDefinition(Name)]
public sealed class BotInABrowser : ICollectionFixture<RunningBot>, ICollectionFixture<Chromium>
{
    public const string Name = "The bot in a browser";
}
