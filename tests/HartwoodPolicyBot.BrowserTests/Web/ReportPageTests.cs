using HartwoodPolicyBot.BrowserTests.Cards;
using HartwoodPolicyBot.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace HartwoodPolicyBot.BrowserTests.Web;

/// <summary>The button on the report's card opens its page once, which is readable on every screen and on paper.</summary>
[Collection(BotInABrowser.Name)]
public sealed class ReportPageTests(Chromium chromium, RunningBot bot)
{
    /// <summary>Is the practice manager of the Playground: see appsettings.Development.json.</summary>
    private const string Manager = "00000000-0000-0000-0000-0000000000020";

    [SkippableTheory]
    [InlineData("Print report", "report", 360, ColorScheme.Light)]
    [InlineData("Print report", "report", 1280, ColorScheme.Dark)]
    [InlineData("Share printout", "report-to-share", 1280, ColorScheme.Light)]
    public async Task The_report_button_opens_a_page_that_fits_the_screen(string button, string name, int width, ColorScheme colours)
    {
        await using var chat = await CardChat.WithAsync(bot, Manager);
        await chat.AskAsync("Can I share an image of my workplace?");
        await chat.AskAsync("How many days of annual leave do I get?");
        var offer = await chat.TapAsync(await chat.AskAsync("monitoring report"), button);
        var path = new Uri(CardReader.Button(offer, "Download in browser").GetProperty("url").GetString()!).AbsolutePath;
        var page = await chromium.OpenAsync(width, colours: colours);

        await page.GotoAsync(new Uri(await bot.AddressAsync(), path).AbsoluteUri);
        await page.ScreenshotAsync(new() { Path = Repository.Screenshot("pages", $"file-{width}-{colours}.png") });
        await page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Monitoring report" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "PALS" })).ToContainTextAsync("none");
        Assert.True(
            await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width,
            $"The page is wider than {width} px"
        );
        await page.ScreenshotAsync(new() { FullPage = true, Path = Repository.Screenshot("pages", $"{name}-{width}-{colours}.png") });
        await page.PdfAsync(new() { PreferCSSPageSize = true, Path = Repository.Screenshot("pages", $"{name}.pdf") });
        await page.GotoAsync(new Uri(await bot.AddressAsync(), path).AbsoluteUri);
        await Expect(page.GetByText("This link has already been used")).ToBeVisibleAsync();
        await page.CloseAsync();
    }
}
