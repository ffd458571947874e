using System.Text;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.BrowserTests.Playground;
using HartwoodPolicyBot.BrowserTests.Running;

namespace HartwoodPolicyBot.BrowserTests.Web;

/// <summary>The pages that need no login are readable on a phone, on a desktop, in light and dark, and on paper.</summary>
[Collection(BotInABrowser.Name)]
public sealed partial class PagePictureTests(Chromium chromium, RunningBot bot)
{
    [SkippableTheory]
    [InlineData("/", "home")]
    [InlineData("/policy", "policy")]
    [InlineData("/policy/leaflet", "leaflet")]
    [InlineData("/privacy", "privacy")]
    [InlineData("/terms", "terms")]
    [InlineData("/training/verify", "training-verify")]
    public async Task A_page_has_one_heading_and_fits_every_screen(string path, string name)
    {
        foreach (var width in new[] { 360, 1280 })
        {
            foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                var page = await OpenAsync(path, width, colours);

                Assert.Equal(1, await page.Locator("h1").CountAsync());
                Assert.True(
                    await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width,
                    $"{path} is wider than {width} px"
                );
                Assert.Empty(await BarriersAsync(page));
                if (Repository.IsPictured)
                {
                    var theme = colours == ColorScheme.Dark ? "dark" : "light";
                    await page.ScreenshotAsync(
                        new() { FullPage = true, Path = Repository.Screenshot("pages", $"{name}-{width}-{theme}.png") }
                    );
                }

                await page.CloseAsync();
            }
        }
    }

    [SkippableFact]
    public async Task The_leaflet_prints_on_one_sheet_of_A4()
    {
        var page = await OpenAsync("/policy/leaflet", 1280, ColorScheme.Light);

        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true, Path = Repository.Screenshot("pages", "leaflet.pdf") });

        var objects = Encoding.Latin1.GetString(pdf);
        Assert.Single(PdfPage().Matches(objects));
        Assert.Matches(A4(), objects);
        await page.CloseAsync();
    }

    [SkippableFact]
    public async Task Every_section_of_the_policy_can_be_linked_to_and_is_in_the_contents()
    {
        var page = await OpenAsync("/policy", 1280, ColorScheme.Light);

        var links = await page.Locator(".contents a").AllAsync();
        var linked = new List<string>();
        foreach (var link in links)
        {
            var anchor = (await link.GetAttributeAsync("href"))!;
            Assert.Equal(1, await page.Locator($"[id='{anchor[1..]}']").CountAsync());
            linked.Add(await page.Locator($"[id='{anchor[1..]}']").Locator("h2, h3").InnerTextAsync());
        }

        Assert.Equal(PolicyFile.Headings, linked);
        await page.CloseAsync();
    }

    /// <summary>Returns what axe-core finds on a page that somebody with a disability could not use, with the element.</summary>
    internal static async Task<string[]> BarriersAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(await NodePackages.FileAsync("axe-core", "axe.min.js")));
        return await page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))"
        );
    }

    private async Task<IPage> OpenAsync(string path, int width, ColorScheme colours)
    {
        var page = await chromium.OpenAsync(width, colours: colours);
        var response = await page.GotoAsync(new Uri(await bot.AddressAsync(), path).AbsoluteUri);
        Assert.True(response!.Ok);
        return page;
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 1000)]
    private static partial Regex PdfPage();

    /// <summary>Matches 210 x 297 mm in points, as Chromium rounds them.</summary>
    [GeneratedRegex(@"/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]", RegexOptions.None, 1000)]
    private static partial Regex A4();
}
