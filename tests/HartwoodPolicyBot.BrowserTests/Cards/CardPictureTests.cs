using System.Text.Json;
using HartwoodPolicyBot.BrowserTests.Running;

namespace HartwoodPolicyBot.BrowserTests.Cards;

/// <summary>
/// Cards that the running bot sends are drawn by Microsoft's own renderer in the look of Teams, as narrow as a phone and as wide as a
/// desktop, in light and dark.
/// </summary>
[Collection(BotInABrowser.Name)]
public sealed class CardPictureTests(Chromium chromium, RunningBot bot)
{
    private const string Question = "Can I share an image of my workplace?";

    /// <summary>
    /// Lists how to get to each card, with words that are on no other card, because a picture must show the card that it is named
    /// after.
    /// </summary>
    private static readonly Dictionary<string, (string Shows, Func<CardChat, Task<JsonElement>> Come)> Scenes = new(StringComparer.Ordinal)
    {
        ["welcome"] = ("If something has gone wrong online", chat => chat.InstallAsync(inTeam: false)),
        ["welcome in a team"] = ("Priya Shah added me to this team", chat => chat.InstallAsync(inTeam: true)),
        ["help"] = ("For example", chat => chat.AskAsync("help")),
        ["hello"] = ("Hello", chat => chat.AskAsync("hello")),
        ["thanks"] = ("welcome", chat => chat.AskAsync("thanks")),
        ["cancel"] = ("nothing to cancel", chat => chat.AskAsync("cancel")),
        ["nothing to read"] = ("I didn't catch that", chat => chat.AskAsync("🙂")),
        ["answer from one section"] = ("Images shared of a workplace", chat => chat.AskAsync(Question)),
        ["answer from several sections"] = (
            "authorising access",
            chat => chat.AskAsync("Who approves posts on the practice page and who monitors them?")
        ),
        ["answer with a bullet"] = (
            "• Social networking sites",
            chat => chat.AskAsync("Which social networking sites such as Facebook, Instagram and LinkedIn are social media?")
        ),
        ["answer marked as helpful"] = ("glad that helped", async chat => await chat.TapAsync(await chat.AskAsync(Question), "Helpful")),
        ["answer marked as not helpful"] = (
            "Sorry that didn't help",
            async chat => await chat.TapAsync(await chat.AskAsync(Question), "Not helpful")
        ),
        ["refusal"] = ("doesn't cover this", chat => chat.AskAsync("How many days of annual leave do I get?")),
        ["refusal with nearest sections"] = (
            "These sections may help",
            chat => chat.AskAsync("How do I log in to the computer in the training room?")
        ),
        ["sections"] = ("Tap a section to read it", chat => chat.AskAsync("policy")),
        ["section"] = (
            "Significant and learning events",
            async chat => await chat.TapAsync(await chat.AskAsync("policy"), "Monitoring and reporting")
        ),
    };

    public static TheoryData<string> SentCards { get; } = [.. Scenes.Keys];

    [SkippableTheory]
    [MemberData(nameof(SentCards))]
    public async Task A_card_that_the_bot_sends_is_whole_and_reachable_at_any_width(string card)
    {
        await using var page = await CardPage.OpenAsync(chromium);
        await using var chat = await CardChat.WithAsync(bot);
        var (shows, come) = Scenes[card];

        var sent = await come(chat);

        Assert.Contains(CardReader.Texts(sent), text => text.Contains(shows, StringComparison.Ordinal));
        Assert.Empty(await page.FaultsAsync("sent", card, sent.GetRawText()));
    }
}
