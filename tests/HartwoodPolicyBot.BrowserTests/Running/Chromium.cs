namespace HartwoodPolicyBot.BrowserTests.Running;

/// <summary>One browser for all tests, started when a test first asks for a page.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Long enough for a busy machine; what is there sooner is seen sooner.</summary>
    private const float PatienceMilliseconds = 20_000;
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> started = new(StartAsync);

    /// <summary>A page with nothing of any other page in it.</summary>
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

/// <summary>One bot and one browser for all tests, one test at a time: they share a chat, and the machine is small.</summary>
[CollectionDefinition(Name)]
public sealed class BotInABrowser : ICollectionFixture<RunningBot>, ICollectionFixture<Chromium>
{
    public const string Name = "The bot in a browser";
}
