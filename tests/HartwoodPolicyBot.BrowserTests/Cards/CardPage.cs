using HartwoodPolicyBot.BrowserTests.Running;

namespace HartwoodPolicyBot.BrowserTests.Cards;

/// <summary>Is an empty page with Microsoft's card renderer in the look of Teams, with the checks that every card must pass.</summary>
internal sealed class CardPage : IAsyncDisposable
{
    private static readonly int[] Widths = [320, 700];
    private static readonly (string Name, string Background)[] Themes = [("light", "#f5f5f5"), ("dark", "#1f1f1f")];
    private static readonly (string Theme, int Width)[] Views =
    [
        .. Themes.SelectMany(theme => Widths.Select(width => (theme.Name, width))),
    ];
    private readonly IPage page;

    private CardPage(IPage opened) => page = opened;

    public static async Task<CardPage> OpenAsync(Chromium chromium)
    {
        var opened = await chromium.OpenAsync(740, 400);
        await opened.SetContentAsync("<!DOCTYPE html><html lang=\"en-GB\"><head><title>Card</title></head><body></body></html>");
        await opened.AddScriptTagAsync(new() { Path = await NodePackages.FileAsync("adaptivecards", "dist", "adaptivecards.min.js") });
        await opened.AddScriptTagAsync(
            new() { Path = await NodePackages.FileAsync("markdown-it", "dist", "browser", "markdown-it.umd.min.js") }
        );
        await opened.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Tests, "Cards", "draw-card.js") });
        foreach (var (theme, background) in Themes)
        {
            var config = await File.ReadAllTextAsync(
                await NodePackages.FileAsync("adaptivecards-designer", "lib", "hostConfigs", $"microsoft-teams-{theme}.json")
            );
            var style = await File.ReadAllTextAsync(
                await NodePackages.FileAsync("adaptivecards-designer", "dist", "containers", $"teams-container-{theme}.css")
            );
            await opened.EvaluateAsync(
                "all => addTheme(all)",
                new
                {
                    theme,
                    config,
                    style,
                    background,
                }
            );
        }

        return new CardPage(opened);
    }

    /// <summary>Draws the card in every width and theme, saves a picture of each if wanted, and returns all faults.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string folder, string name, string card)
    {
        if (!Repository.IsPictured)
        {
            return await DrawAsync(card, Views);
        }

        var faults = new List<string>();
        foreach (var view in Views)
        {
            faults.AddRange(await DrawAsync(card, [view]));
            var file = Repository.Screenshot("cards", folder, $"{name.Replace(' ', '-')}-{view.Width}-{view.Theme}.png");
            await page.Locator("#frame").ScreenshotAsync(new() { Path = file });
        }

        return faults;
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    /// <summary>Draws the card in one view after the other, without going back and forth to the browser for each.</summary>
    private async Task<string[]> DrawAsync(string card, IEnumerable<(string Theme, int Width)> views) =>
        await page.EvaluateAsync<string[]>(
            "all => drawCard(all)",
            new { card, views = views.Select(view => new { theme = view.Theme, width = view.Width }).ToArray() }
        );
}
