using HartwoodPolicyBot.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace HartwoodPolicyBot.BrowserTests.Playground;

/// <summary>
/// A sign-off round and my data are used by hand in the real Agents Playground, whose one person is practice manager and staff. In
/// working hours the daily reminder may come in between, so no cards are counted after the round.
/// </summary>
[Collection(BotInABrowser.Name)]
public sealed class ReadingTests(Chromium chromium)
{
    /// <summary>
    /// Saves the picture of README, artifacts/screenshots/playground/reading.png; Screenshots/reading.png is a copy that somebody has
    /// checked.
    /// </summary>
    [SkippableFact]
    public async Task A_sign_off_round_is_sent_read_confirmed_and_shown_in_my_data()
    {
        await using var bot = new RunningBot();
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot, scale: 2);
        var offer = await chat.AskAsync("send the policy round");
        await offer.GetByRole(AriaRole.Button, new() { Name = "Send to everyone" }).ClickAsync();
        await Expect(offer.GetByText("People will get it ", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(offer.GetByText("0 of 1 person has confirmed", new() { Exact = false })).ToBeVisibleAsync();

        await chat.SayAsync("my policies");
        var mine = chat.Cards.Filter(new() { HasText = "1 policy to read." });
        await mine.GetByText("Read and confirm: Social media policy").ClickAsync();
        var ask = chat.Cards.Filter(new() { HasText = "Please read the Social media policy" }).Last;
        await Expect(ask.GetByText("Professional boundaries will be maintained from patients.", new() { Exact = false }))
            .ToBeVisibleAsync();
        await ask.ScreenshotAsync(new() { Path = Repository.Screenshot("playground", "reading.png") });
        await ask.GetByRole(AriaRole.Button, new() { Name = "Confirm I've read it" }).ClickAsync();
        await Expect(chat.Page.GetByText("Thank you").Last).ToBeVisibleAsync();

        await chat.SayAsync("who has read");
        await Expect(chat.Page.GetByText("1 of 1 person has confirmed", new() { Exact = false })).ToBeVisibleAsync();
        await chat.SayAsync("my data");
        await Expect(chat.Page.GetByText("Policies you've been asked to read: 1")).ToBeVisibleAsync();
        await chat.PictureAsync("my-data");
    }
}
