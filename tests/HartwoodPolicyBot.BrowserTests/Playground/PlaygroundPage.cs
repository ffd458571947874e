using HartwoodPolicyBot.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace HartwoodPolicyBot.BrowserTests.Playground;

/// <summary>
/// Is the page of the Agents Playground, as one person uses it. A new page shows an empty chat, because the Playground keeps messages
/// in the page and announces the installation again.
/// </summary>
internal sealed class PlaygroundPage(IPage page) : IAsyncDisposable
{
    private int installations;

    public IPage Page => page;

    /// <summary>Returns all cards of the open chat, oldest first.</summary>
    public ILocator Cards => page.Locator(".ac-adaptiveCard");

    public static async Task<PlaygroundPage> OpenAsync(Chromium chromium, RunningBot bot, float scale = 1)
    {
        Requires.Node();
        var page = await chromium.OpenAsync(1280, 1000, scale: scale);
        await page.GotoAsync((await bot.PlaygroundAsync()).AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        var playground = new PlaygroundPage(page);
        await playground.InstalledAsync();
        return playground;
    }

    /// <summary>Opens a group chat or a channel by its name in the list.</summary>
    public async Task GoToAsync(string place)
    {
        await page.GetByRole(AriaRole.Treeitem, new() { Name = place }).ClickAsync();
        await InstalledAsync();
    }

    /// <summary>Returns to a place that was open before; the page has kept its messages.</summary>
    public Task ReturnToAsync(string place) => page.GetByRole(AriaRole.Treeitem, new() { Name = place }).ClickAsync();

    /// <summary>Opens a channel for the first time, and makes it the incidents channel.</summary>
    public async Task UseChannelAsync(string channel)
    {
        await GoToAsync(channel);
        await MentionAsync(page.GetByRole(AriaRole.Textbox).First, "use this channel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await Expect(page.GetByText("I'll now post incident reports", new() { Exact = false })).ToBeVisibleAsync();
    }

    /// <summary>Writes a message and waits for the one card that answers it.</summary>
    public async Task<ILocator> AskAsync(string text)
    {
        var before = await Cards.CountAsync();
        await SayAsync(text);
        return await AnsweredAsync(before);
    }

    /// <summary>Writes a message without waiting for an answer.</summary>
    public async Task SayAsync(string text)
    {
        await page.GetByRole(AriaRole.Textbox).Last.ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Chooses the bot from the list that @ opens, and writes a question after it, without sending it.</summary>
    public async Task MentionAsync(ILocator box, string question)
    {
        await box.ClickAsync();
        await page.Keyboard.TypeAsync("@");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Hartwood Policy Bot" }).ClickAsync();
        await page.Keyboard.TypeAsync($" {question}");
    }

    /// <summary>Taps a button or a row, and waits for the one card that answers it.</summary>
    public async Task<ILocator> TapAsync(ILocator button)
    {
        var before = await Cards.CountAsync();
        await button.ClickAsync();
        return await AnsweredAsync(before);
    }

    /// <summary>Returns the card that comes after the first <paramref name="before"/>.</summary>
    public async Task<ILocator> AnsweredAsync(int before)
    {
        await Expect(Cards).ToHaveCountAsync(before + 1);
        return Cards.Nth(before);
    }

    /// <summary>
    /// Saves a picture of the conversation from one message to another. In a narrow window the page hides its list of chats.
    /// </summary>
    public async Task PictureOfTalkAsync(ILocator first, ILocator last, string name)
    {
        const int Width = 640;
        const int Around = 32;
        await page.GetByTitle("Hide log panel").ClickAsync();
        await page.SetViewportSizeAsync(Width, 1000);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Chat and Teams Channel" })).Not.ToBeInViewportAsync();
        await Expect(first).ToBeInViewportAsync();
        await Expect(last).ToBeInViewportAsync(new() { Ratio = 1 });
        var top = (await first.BoundingBoxAsync())!.Y - Around;
        var card = (await last.BoundingBoxAsync())!;
        await page.ScreenshotAsync(
            new()
            {
                Path = Repository.Screenshot("playground", $"{name}.png"),
                Clip = new()
                {
                    X = 0,
                    Y = top,
                    Width = Width,
                    Height = card.Y + card.Height + Around - top,
                },
                Animations = ScreenshotAnimations.Disabled,
            }
        );
    }

    public Task PictureAsync(string name) => page.ScreenshotAsync(new() { Path = Repository.Screenshot("playground", $"{name}.png") });

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    /// <summary>
    /// Waits until the bot has answered the installation events. The log names each event after its answer, so a welcome is there by
    /// then or does not come.
    /// </summary>
    private async Task InstalledAsync()
    {
        installations++;
        foreach (var update in new[] { "installationUpdate 200", "conversationUpdate 200" })
        {
            await Expect(page.GetByText(update)).ToHaveCountAsync(installations);
        }
    }
}
