using HartwoodPolicyBot.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace HartwoodPolicyBot.BrowserTests.Playground;

/// <summary>A fresh clone is started for the first time, and stopped again.</summary>
[Collection(BotInABrowser.Name)]
public sealed class FirstStartTests(Chromium chromium)
{
    [SkippableFact]
    public async Task The_welcome_comes_once_and_first()
    {
        await using var bot = new RunningBot();
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot);

        await Expect(chat.Cards).ToHaveCountAsync(1);
        await Expect(chat.Cards.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Hartwood Policy Bot");
        await Expect(chat.Cards.GetByRole(AriaRole.Button)).ToHaveCountAsync(11);
        await chat.PictureAsync("welcome");
    }

    [SkippableFact]
    public async Task Stopping_the_bot_stops_the_Playground_too()
    {
        await using var bot = new RunningBot();
        var page = await bot.PlaygroundAsync();
        using var http = new HttpClient();
        Assert.True((await http.GetAsync(page)).IsSuccessStatusCode);

        Assert.Equal(0, await bot.StopAsync());

        await FreePort.AbandonedAsync(page.Port, TimeSpan.FromSeconds(10));
    }
}
