using HartwoodPolicyBot.BrowserTests.Running;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("HartwoodPolicyBot.BrowserTests.Cards.ApprovedCardsFirst", "HartwoodPolicyBot.BrowserTests")]

namespace HartwoodPolicyBot.BrowserTests.Cards;

/// <summary>
/// Every approved card is drawn by Microsoft's own renderer in the look of Teams, as narrow as a phone and as wide as a desktop, in
/// light and dark.
/// </summary>
public sealed class ApprovedCardTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Approved = Path.Combine(Repository.Root, "tests", "HartwoodPolicyBot.Tests");

    [SkippableFact]
    public async Task Every_approved_card_is_whole_and_reachable_at_any_width()
    {
        var files = ApprovedFiles();
        Assert.NotEmpty(files);
        await using var page = await CardPage.OpenAsync(chromium);
        var faults = new List<string>();

        foreach (var file in files)
        {
            var name = Path.GetFileName(file).Replace(".approved.json", "", StringComparison.Ordinal);
            faults.AddRange(
                (await page.FaultsAsync("approved", name, await File.ReadAllTextAsync(file))).Select(fault => $"{name}, {fault}")
            );
        }

        Assert.Empty(faults);
    }

    private static List<string> ApprovedFiles() =>
        [
            .. Directory
                .EnumerateFiles(Approved, "*.approved.json", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
        ];
}

/// <summary>
/// Lets the approved cards be drawn before the first bot starts, which by then finds what the other test project has learned and need
/// not learn it once more.
/// </summary>
public sealed class ApprovedCardsFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName != BotInABrowser.Name ? 0 : 1);
}
