using HartwoodPolicyBot.BrowserTests.Cards;
using HartwoodPolicyBot.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace HartwoodPolicyBot.BrowserTests.Playground;

/// <summary>
/// A question that the policy does not answer is followed by hand: asked and sent on by somebody outside the Playground, answered in its
/// channel, told in the asker's chat, and later answered by the bot in the group chat. The one person of the Playground is the practice
/// manager, who is not offered to ask themselves.
/// </summary>
[Collection(BotInABrowser.Name)]
public sealed class QuestionTests(Chromium chromium)
{
    private const string Question = "where do i get a key for the staff lockers";
    private const string Answer = "Ask Sandra at reception. She has the keys.";
    private const string Asker = "44444444-dddd-4000-8000-000000000001";
    private const string Channel = "Hartwood Healthcare - Incidents";

    [SkippableFact]
    public async Task A_refused_question_is_answered_by_the_practice_manager_and_then_by_the_bot()
    {
        await using var bot = new RunningBot();
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot, scale: 2);
        await chat.UseChannelAsync(Channel);

        await using var asker = await CardChat.WithAsync(bot, Asker);
        var receipt = await asker.TapAsync(await asker.AskAsync(Question), "Ask the practice manager");
        Assert.Contains("Sent to the practice manager", CardReader.Texts(receipt));

        var card = chat.Cards.Filter(new() { HasText = Question });
        var field = card.GetByRole(AriaRole.Textbox, new() { Name = "Your answer" });
        await field.ClickAsync();
        await chat.Page.Keyboard.TypeAsync(Answer);
        await Expect(field).ToHaveValueAsync(Answer);
        await card.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Expect(field).ToHaveValueAsync(Answer);
        await card.ScreenshotAsync(new() { Path = Repository.Screenshot("playground", "question-card.png") });
        await card.GetByRole(AriaRole.Button, new() { Name = "Send answer" }).ClickAsync();
        await Expect(card.GetByText("I'll give this answer to anyone who asks the same", new() { Exact = false })).ToBeVisibleAsync();

        Assert.Contains(Answer, CardReader.Texts(await asker.ToldAsync("The practice manager has answered")));

        await chat.GoToAsync("Reception team");
        var before = await chat.Cards.CountAsync();
        await chat.MentionAsync(chat.Page.GetByRole(AriaRole.Textbox).Last, "Where is the key for the staff lockers?");
        await chat.Page.Keyboard.PressAsync("Enter");
        var given = await chat.AnsweredAsync(before);
        await Expect(given.GetByText("but the practice manager has answered it:", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(given.GetByText(Answer)).ToBeVisibleAsync();
        await given.ScreenshotAsync(new() { Path = Repository.Screenshot("playground", "question-given.png") });
    }
}
