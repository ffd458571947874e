using HartwoodPolicyBot.BrowserTests.Running;

namespace HartwoodPolicyBot.BrowserTests.Cards;

/// <summary>Is an empty page with Microsoft's card renderer in the look of Teams, with the checks that every card must pass.</summary>
internal sealed class CardPage : IAsyncDisposable
{
    private static readonly int[] Widths = [320, 700];
    private static readonly (string Name, string Background)[] Themes = [("light", "#f5f5f5"), ("dark", "#1f1f1f")];
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
        return new CardPage(opened);
    }

    /// <summary>Draws the card in every width and theme, saves a picture of each if wanted, and returns all faults.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string folder, string name, string card)
    {
        var faults = new List<string>();
        foreach (var (theme, background) in Themes)
        {
            var config = await File.ReadAllTextAsync(
                await NodePackages.FileAsync("adaptivecards-designer", "lib", "hostConfigs", $"microsoft-teams-{theme}.json")
            );
            var style = await File.ReadAllTextAsync(
                await NodePackages.FileAsync("adaptivecards-designer", "dist", "containers", $"teams-container-{theme}.css")
            );
            foreach (var width in Widths)
            {
                var wrong = await page.EvaluateAsync<string[]>(
                    "all => drawCard(all)",
                    new
                    {
                        card,
                        config,
                        style,
                        width,
                        background,
                    }
                );
                if (Repository.IsPictured)
                {
                    var file = Repository.Screenshot("cards", folder, $"{name.Replace(' ', '-')}-{width}-{theme}.png");
                    await page.Locator("#frame").ScreenshotAsync(new() { Path = file });
                }

                faults.AddRange(wrong.Select(fault => $"{width} px, {theme}: {fault}"));
            }
        }

        return faults;
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();
}
