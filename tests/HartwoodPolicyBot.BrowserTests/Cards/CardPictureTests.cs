using System.Text.Json;
using HartwoodPolicyBot.BrowserTests.Running;

namespace HartwoodPolicyBot.BrowserTests.Cards;

/// <summary>
/// Every card, drawn by Microsoft's own renderer with Teams' look, as narrow as a phone and as wide as a desktop, by day
/// and by night. What is drawn is what the running bot sends, and what the approved files say that it sends.
/// </summary>
[Collection(BotInABrowser.Name)]
public sealed class CardPictureTests(Chromium chromium, RunningBot bot)
{
    private const string Question = "Can I share an image of my workplace?";
    private static readonly string Approved = Path.Combine(Repository.Root, "tests", "HartwoodPolicyBot.Tests");

    private static readonly Dictionary<string, Func<CardChat, Task<JsonElement>>> Scenes = new(StringComparer.Ordinal)
    {
        ["welcome"] = chat => chat.InstallAsync(inTeam: false),
        ["welcome in a team"] = chat => chat.InstallAsync(inTeam: true),
        ["help"] = chat => chat.AskAsync("help"),
        ["hello"] = chat => chat.AskAsync("hello"),
        ["thanks"] = chat => chat.AskAsync("thanks"),
        ["cancel"] = chat => chat.AskAsync("cancel"),
        ["nothing to read"] = chat => chat.AskAsync("🙂"),
        ["answer from one section"] = chat => chat.AskAsync(Question),
        ["answer from several sections"] = chat => chat.AskAsync("What does the practice manager do about training and complaints?"),
        ["answer with a bullet"] = chat => chat.AskAsync("Is Instagram a social networking site?"),
        ["answer marked as helpful"] = async chat => await chat.TapAsync(await chat.AskAsync(Question), "Helpful"),
        ["answer marked as not helpful"] = async chat => await chat.TapAsync(await chat.AskAsync(Question), "Not helpful"),
        ["refusal"] = chat => chat.AskAsync("How many days of annual leave do I get?"),
        ["refusal with nearest sections"] = chat => chat.AskAsync("Can I post a photo of reception?"),
        ["sections"] = chat => chat.AskAsync("policy"),
        ["section"] = async chat => await chat.TapAsync(await chat.AskAsync("policy"), "Monitoring and reporting"),
    };

    public static TheoryData<string> SentCards { get; } = [.. Scenes.Keys];

    [SkippableTheory]
    [MemberData(nameof(SentCards))]
    public async Task A_card_that_the_bot_sends_is_whole_and_reachable_at_any_width(string card)
    {
        await using var page = await CardPage.OpenAsync(chromium);
        await using var chat = await CardChat.WithAsync(bot);
        var sent = await Scenes[card](chat);

        Assert.Empty(await page.FaultsAsync("sent", card, sent.GetRawText()));
    }

    [SkippableFact]
    public async Task Every_approved_card_is_whole_and_reachable_at_any_width()
    {
        var files = ApprovedFiles();
        Skip.If(files.Count == 0, "No card has been approved yet.");
        await using var page = await CardPage.OpenAsync(chromium);
        var faults = new List<string>();

        foreach (var file in files)
        {
            var name = Path.GetFileName(file).Replace(".approved.json", "", StringComparison.Ordinal);
            faults.AddRange((await page.FaultsAsync("approved", name, await File.ReadAllTextAsync(file))).Select(fault => $"{name}, {fault}"));
        }

        Assert.Empty(faults);
    }

    private static List<string> ApprovedFiles() => !Directory.Exists(Approved)
        ? []
        : [.. Directory.EnumerateFiles(Approved, "*.approved.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];
}
