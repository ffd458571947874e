using HartwoodPolicyBot.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace HartwoodPolicyBot.BrowserTests.Playground;

/// <summary>
/// An incident is followed by hand: reported in a private chat, handled in the channel, told to the reporter in their chat. The one
/// person of the Playground is reporter and practice manager.
/// </summary>
[Collection(BotInABrowser.Name)]
public sealed class IncidentTests(Chromium chromium)
{
    private const string What = "A photo of the reception desk is on Instagram, with the screen behind it.";
    private const string Channel = "Hartwood Healthcare - Incidents";
    private const string OwnChat = "Personal Chat";

    /// <summary>
    /// Saves the picture whose upper part is in README: artifacts/screenshots/playground/monitoring.png,
    /// Screenshots/monitoring-charts.png.
    /// </summary>
    [SkippableFact]
    public async Task A_report_is_handled_in_the_channel_told_to_the_reporter_and_counted()
    {
        await using var bot = new RunningBot();
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot, scale: 2);
        await chat.UseChannelAsync(Channel);

        await chat.ReturnToAsync(OwnChat);
        var form = await chat.AskAsync("report");
        await FillAsync(chat, form);
        await chat.PictureAsync("incident-form");
        await form.GetByRole(AriaRole.Button, new() { Name = "Check report" }).ClickAsync();
        await ChooseAsync(chat, form, "Is this about the practice manager or a deputy?", "No");
        await chat.PictureAsync("incident-review");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send report" }).ClickAsync();
        await Expect(form.GetByText("Thank you. We've got your report")).ToBeVisibleAsync();
        await Expect(form.GetByText("INC-", new() { Exact = false }).First).ToBeVisibleAsync();
        await chat.PictureAsync("incident-receipt");

        await chat.ReturnToAsync(Channel);
        var card = chat.Cards.Filter(new() { HasText = What });
        await Expect(card).ToHaveCountAsync(1);
        await Expect(card.GetByText("Images shared of a workplace will be checked")).ToBeVisibleAsync();
        await card.ScreenshotAsync(new() { Path = Repository.Screenshot("playground", "incident-card.png") });
        await StepAsync(card, "Acknowledge", "Acknowledged.");
        await StepAsync(card, "Deal with this", "In progress.");
        await card.GetByRole(AriaRole.Button, new() { Name = "Close incident" }).ClickAsync();
        var closing = chat.Cards.Filter(new() { HasText = "What was the outcome?" });
        await closing.GetByRole(AriaRole.Textbox, new() { Name = "What was the outcome?" }).FillAsync("It was taken down.");
        await closing.GetByRole(AriaRole.Textbox, new() { Name = "What did we learn?" }).FillAsync("We look at the background first.");
        await closing.GetByRole(AriaRole.Button, new() { Name = "Close incident" }).ClickAsync();
        await Expect(card.GetByText("Outcome: It was taken down.")).ToBeVisibleAsync();
        await Expect(card).ToHaveCountAsync(1);
        await chat.PictureAsync("incident-closed");

        await chat.ReturnToAsync(OwnChat);
        await Expect(chat.Page.GetByText("has been closed. Thank you for raising it.")).ToHaveCountAsync(1);

        // The reporter took it on themselves, and nobody is told what they have done.
        await Expect(chat.Page.GetByText("has seen your report.")).ToHaveCountAsync(0);
        await chat.PictureAsync("incident-told");

        await chat.SayAsync("monitoring report");
        var report = chat.Cards.Filter(new() { HasText = "Incidents reported" });
        await Expect(report).ToHaveCountAsync(1);
        await Expect(report.GetByText("Of these, still open", new() { Exact = false })).ToBeVisibleAsync();
        await chat.Page.SetViewportSizeAsync(1280, 2600);
        await report.ScreenshotAsync(new() { Path = Repository.Screenshot("playground", "monitoring.png") });
    }

    private static async Task FillAsync(PlaygroundPage chat, ILocator form)
    {
        await form.GetByRole(AriaRole.Textbox, new() { Name = "What happened?" }).FillAsync(What);
        await ChooseAsync(chat, form, "Could a patient be recognised?", "No");
        await ChooseAsync(chat, form, "Can it still be seen?", "Yes");
        await ChooseAsync(chat, form, "Should your name be shown?", "Yes, show my name");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add details" }).ClickAsync();
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Where was it?" }).FillAsync("Instagram");
        await ChooseAsync(chat, form, "Type of incident", "Image of the workplace");
    }

    private static async Task ChooseAsync(PlaygroundPage chat, ILocator form, string label, string choice)
    {
        await form.GetByRole(AriaRole.Combobox, new() { Name = label }).ClickAsync();
        await chat.Page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
    }

    /// <summary>
    /// Takes one step and waits until the card has changed for everybody. The person who clicks gets the new card at once and
    /// everybody by an edit; a form that was opened in between would be lost.
    /// </summary>
    private static async Task StepAsync(ILocator card, string button, string state)
    {
        var edits = card.Page.GetByText("Microsoft 365 Agents Playground message 200");
        var before = await edits.CountAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(card.GetByText(state)).ToBeVisibleAsync();
        await Expect(edits).ToHaveCountAsync(before + 1);
    }
}
