using System.Text.Json;
using HartwoodPolicyBot.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace HartwoodPolicyBot.BrowserTests.Playground;

/// <summary>People do the training in the real Agents Playground.</summary>
[Collection(BotInABrowser.Name)]
public sealed class TrainingTests(Chromium chromium)
{
    private static readonly List<Scenario> Scenarios = Read();

    /// <summary>
    /// Saves the picture of README, artifacts/screenshots/playground/training-feedback.png; Screenshots/training.png is a copy that
    /// somebody has checked.
    /// </summary>
    [SkippableFact]
    public async Task A_whole_training_is_passed_in_one_card()
    {
        await using var bot = new RunningBot();
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot, scale: 2);
        var card = await chat.AskAsync("training");
        await card.GetByRole(AriaRole.Button, new() { Name = "Reception and admin" }).ClickAsync();
        var cards = await chat.Cards.CountAsync();

        for (var number = 1; number <= 10; number++)
        {
            await AnswerAsync(card, number, right: number != 3);
            if (number == 3)
            {
                await chat.PictureOfTalkAsync(card, card, "training-feedback");
            }

            await card.GetByRole(AriaRole.Button, new() { Name = number < 10 ? "Next question" : "See your result" }).ClickAsync();
        }

        await Expect(card.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("Well done, you've passed: 9 out of 10");
        await Expect(chat.Cards).ToHaveCountAsync(cards);
        await chat.PictureAsync("training-passed");
        var certificate = await chat.TapAsync(card.GetByRole(AriaRole.Button, new() { Name = "Get certificate" }));
        await Expect(certificate.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("Certificate of training");
        await chat.PictureAsync("training-certificate");
    }

    [SkippableFact]
    public async Task A_training_goes_on_after_a_restart_and_fails_with_too_many_wrong_answers()
    {
        await using var bot = new RunningBot();
        await using (var chat = await PlaygroundPage.OpenAsync(chromium, bot))
        {
            var card = await chat.AskAsync("training");
            await card.GetByRole(AriaRole.Button, new() { Name = "Clinical", Exact = true }).ClickAsync();
            for (var number = 1; number <= 4; number++)
            {
                await AnswerAsync(card, number, right: false);
                await card.GetByRole(AriaRole.Button, new() { Name = "Next question" }).ClickAsync();
            }

            await Expect(card.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("Question 5 of 10");
        }

        await bot.RestartAsync();
        await using (var chat = await PlaygroundPage.OpenAsync(chromium, bot))
        {
            var card = await chat.AskAsync("training");
            for (var number = 5; number <= 10; number++)
            {
                await AnswerAsync(card, number, right: true);
                await card.GetByRole(AriaRole.Button, new() { Name = number < 10 ? "Next question" : "See your result" }).ClickAsync();
            }

            await Expect(card.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("Not this time: 6 out of 10");
            await chat.PictureAsync("training-failed");
            await card.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
            await Expect(card.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("Question 1 of 10");
        }
    }

    private static async Task AnswerAsync(ILocator card, int number, bool right)
    {
        await Expect(card.GetByRole(AriaRole.Heading).First).ToHaveTextAsync($"Question {number} of 10");
        var text = await card.InnerTextAsync();
        var scenario = Scenarios.Single(scenario => text.Contains(scenario.Text, StringComparison.Ordinal));
        var option = scenario.Options[right ? scenario.Answer : (scenario.Answer + 1) % scenario.Options.Count];
        await card.Locator(".ac-selectable").Filter(new() { HasText = $". {option}" }).ClickAsync();
        await Expect(card.GetByRole(AriaRole.Heading).First).ToHaveTextAsync(right ? "Correct" : "Not quite");
    }

    private static List<Scenario> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Bot, "Content", "Training", "social-media.json")));
        return
        [
            .. file
                .RootElement.GetProperty("scenarios")
                .EnumerateArray()
                .Select(scenario => new Scenario(
                    scenario.GetProperty("scenario").GetString()!,
                    [.. scenario.GetProperty("options").EnumerateArray().Select(option => option.GetString()!)],
                    scenario.GetProperty("answer").GetInt32()
                )),
        ];
    }

    private sealed record Scenario(string Text, IReadOnlyList<string> Options, int Answer);
}
