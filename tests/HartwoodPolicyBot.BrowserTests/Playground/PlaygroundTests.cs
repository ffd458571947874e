using HartwoodPolicyBot.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace HartwoodPolicyBot.BrowserTests.Playground;

/// <summary>Shows the bot as people see it in the real Agents Playground.</summary>
[Collection(BotInABrowser.Name)]
public sealed class PlaygroundTests(Chromium chromium, RunningBot bot)
{
    private const string Question = "Can I share an image of my workplace?";
    private const string Clause =
        "Images shared of a workplace will be checked to ensure they do not inadvertently contain anything "
        + "that might breach confidentiality.";

    [SkippableFact]
    public async Task A_question_is_answered_with_the_clause_word_for_word()
    {
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot);

        var answer = await chat.AskAsync(Question);

        await Expect(answer.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("Patient confidentiality");
        await Expect(answer.GetByText(Clause, new() { Exact = true })).ToBeVisibleAsync();
        await Expect(answer.GetByRole(AriaRole.Link, new() { Name = "Open the policy" })).ToBeVisibleAsync();
        await chat.PictureAsync("answer");
    }

    /// <summary>
    /// Saves the picture of README, artifacts/screenshots/playground/readme.png; Screenshots/playground.png is a copy that somebody
    /// has checked.
    /// </summary>
    [SkippableFact]
    public async Task A_question_and_its_answer_fit_into_one_picture()
    {
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot, scale: 2);

        var answer = await chat.AskAsync(Question);

        await chat.PictureOfTalkAsync(chat.Page.GetByText(Question), answer, "readme");
    }

    [SkippableFact]
    public async Task Tapping_Helpful_changes_the_card_in_place()
    {
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot);
        var answer = await chat.AskAsync(Question);
        var before = await chat.Cards.CountAsync();

        await answer.GetByRole(AriaRole.Button, new() { Name = "Helpful", Exact = true }).ClickAsync();

        await Expect(answer.GetByText("Thanks, glad that helped.")).ToBeVisibleAsync();
        await Expect(answer.GetByText(Clause, new() { Exact = true })).ToBeVisibleAsync();
        await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Not helpful" })).ToHaveCountAsync(0);
        await Expect(chat.Cards).ToHaveCountAsync(before);
        await chat.PictureAsync("helpful");
    }

    [SkippableFact]
    public async Task A_question_that_the_policy_does_not_cover_gets_a_refusal_and_ways_forward()
    {
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot);

        var answer = await chat.AskAsync("How many days of annual leave do I get?");

        await Expect(answer.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("The social media policy doesn't cover this");
        await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Write an answer" })).ToBeVisibleAsync();
        await Expect(answer.GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        await chat.PictureAsync("refusal");
    }

    [SkippableFact]
    public async Task The_policy_command_lists_every_section_and_shows_a_tapped_one_whole()
    {
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot);
        var list = await chat.AskAsync("policy");
        await Expect(list.Locator(".ac-selectable")).ToHaveCountAsync(PolicyFile.Headings.Count);
        await chat.PictureAsync("sections");

        var section = await chat.TapAsync(list.GetByRole(AriaRole.Button, new() { Name = "Monitoring and reporting" }));

        await Expect(section.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Monitoring and reporting");
        foreach (var words in PolicyFile.Section("Monitoring and reporting"))
        {
            await Expect(section).ToContainTextAsync(words);
        }

        await chat.PictureAsync("section");
    }

    [SkippableFact]
    public async Task A_suggested_question_is_answered_when_it_is_tapped()
    {
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot);

        // No other test asks this, because a suggestion is not repeated to the same person.
        var answer = await chat.AskAsync("Which sites count as social media?");
        var suggested = answer.GetByRole(AriaRole.Button, new() { Name = "Does the policy cover my personal account?" });
        var next = await chat.TapAsync(suggested);

        await Expect(next.GetByText("personal", new() { Exact = false }).First).ToBeVisibleAsync();
        await Expect(suggested).ToBeVisibleAsync();
        await chat.PictureAsync("asked-next");
    }

    [SkippableFact]
    public async Task A_mention_in_a_group_chat_is_answered_and_other_talk_is_left_alone()
    {
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot);
        await chat.GoToAsync("Reception team");
        var before = await chat.Cards.CountAsync();
        await chat.Page.GetByRole(AriaRole.Textbox).ClickAsync();
        await chat.Page.Keyboard.TypeAsync("Is anybody free at four?");
        await chat.Page.Keyboard.PressAsync("Enter");

        await chat.MentionAsync(chat.Page.GetByRole(AriaRole.Textbox), Question);
        await chat.Page.Keyboard.PressAsync("Enter");

        var answer = await chat.AnsweredAsync(before);
        await Expect(answer.GetByText(Clause, new() { Exact = true })).ToBeVisibleAsync();
        await chat.PictureAsync("group-chat");
    }

    [SkippableFact]
    public async Task A_mention_in_a_channel_is_answered_in_its_thread()
    {
        await using var chat = await PlaygroundPage.OpenAsync(chromium, bot);
        await chat.GoToAsync("Hartwood Healthcare - Incidents");

        await chat.MentionAsync(chat.Page.GetByRole(AriaRole.Textbox).First, Question);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();

        // A post and its replies are one group of the page, with the author's name above.
        var thread = chat.Page.GetByRole(AriaRole.Group).Filter(new() { HasText = Clause });
        await Expect(thread).ToHaveCountAsync(1);
        await Expect(thread).ToContainTextAsync($"Hartwood Policy Bot {Question}");
        await Expect(thread.GetByText("Priya Shah (reception)", new() { Exact = true })).ToBeVisibleAsync();
        await chat.PictureAsync("channel");
    }
}
