using HartwoodPolicyBot.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace HartwoodPolicyBot.BrowserTests.Playground;

/// <summary>A post is checked in the form, mended, and checked again, all on one card.</summary>
[Collection(BotInABrowser.Name)]
public sealed class PostTests(Chromium chromium, RunningBot bot)
{
    [SkippableFact]
    public async Task A_post_is_checked_mended_and_checked_again()
    {
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot);
        var card = await chat.AskAsync("check a post");
        var post = card.GetByRole(AriaRole.Textbox, new() { Name = "Your post" });
        var check = card.GetByRole(AriaRole.Button, new() { Name = "Check this post" });

        await post.FillAsync("The vicar was in clinic this morning with shingles. What a day.");
        await check.ClickAsync();
        await Expect(card.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("Don't post this as it is");
        await Expect(card.GetByText("The vicar was in clinic this morning with shingles.", new() { Exact = false })).ToBeVisibleAsync();
        await chat.PictureAsync("post-stopped");

        await card.GetByRole(AriaRole.Button, new() { Name = "Change and check again" }).ClickAsync();
        await Expect(post).ToHaveValueAsync("The vicar was in clinic this morning with shingles. What a day.");
        await post.FillAsync("What a day. Tea, please.");
        await check.ClickAsync();
        await Expect(card.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("I found nothing against the policy");
        await chat.PictureAsync("post-mended");
    }
}
