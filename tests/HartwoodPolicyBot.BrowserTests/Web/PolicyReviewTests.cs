using System.Text.Json;
using HartwoodPolicyBot.BrowserTests.Cards;
using HartwoodPolicyBot.BrowserTests.Running;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.BrowserTests.Web;

/// <summary>
/// A practice manager sends a Word file, looks at its review on the card and on the page, publishes it and gets its clause as an answer.
/// The file comes as Teams sends it, because the Playground can't send one.
/// </summary>
[Collection(BotInABrowser.Name)]
public sealed class PolicyReviewTests(Chromium chromium, RunningBot bot)
{
    private const string Manager = "00000000-0000-0000-0000-0000000000020";
    private const string Clause = "A chaperone is offered for every intimate examination, whatever the sex of the patient.";
    private const string Struck = "Chaperones sign the record.";

    [SkippableFact]
    public async Task A_word_file_is_sent_reviewed_published_and_answered_from()
    {
        await using var files = await FakeFiles.StartAsync();
        await using var chat = await CardChat.WithAsync(bot, Manager);
        await PublishAsync(chat, await SendAsync(chat, files, Struck));
        try
        {
            var review = await SendAsync(chat, files, "Chaperones sign the record at once, and again when they leave.");
            await using var cards = await CardPage.OpenAsync(chromium);
            Assert.Empty(await cards.FaultsAsync("sent", "policy review", review.GetRawText()));
            await LookAsync(new Uri(CardReader.Button(review, "Open the full review").GetProperty("url").GetString()!));

            var published = await PublishAsync(chat, review);
            Assert.Contains(CardReader.Texts(published), text => text.StartsWith("Published and in force:", StringComparison.Ordinal));
            var answer = await chat.AskAsync("When is a chaperone offered for an intimate examination?");
            Assert.Contains(CardReader.Texts(answer), text => text.Contains(Clause, StringComparison.Ordinal));
        }
        finally
        {
            // Other tests use the same bot, with the one policy that it came with.
            var versions = await chat.TapAsync(await chat.AskAsync("versions"), "Chaperone policy");
            await chat.TapAsync(versions, "Take out of use");
        }
    }

    private static Task<JsonElement> SendAsync(CardChat chat, FakeFiles files, string sentence) =>
        chat.SendAsync(
            files.Keep(
                "Chaperone policy.docx",
                Of(
                    P("Chaperone policy", "Title")
                        + P("Offering a chaperone", "Heading1")
                        + P(Clause)
                        + P("Who can be one", "Heading2")
                        + Paragraph(R("Nurses and trained receptionists."), list: 2)
                        + Paragraph(R("Never a relative of the patient."), list: 2)
                        + P("Records", "Heading1")
                        + P(sentence)
                        + $"<w:tbl>{Row("Role", "Training")}{Row("Receptionist", "Half a day, and a check by the DBS")}</w:tbl>"
                )
            )
        );

    private static async Task<JsonElement> PublishAsync(CardChat chat, JsonElement review) =>
        await chat.SubmitAsync(await chat.TapAsync(review, "Publish…"), "Publish");

    /// <summary>Opens the page of the review on a phone and a desktop, in light and dark.</summary>
    private async Task LookAsync(Uri address)
    {
        foreach (
            var (width, colours) in new[]
            {
                (360, ColorScheme.Light),
                (360, ColorScheme.Dark),
                (1280, ColorScheme.Light),
                (1280, ColorScheme.Dark),
            }
        )
        {
            var page = await chromium.OpenAsync(width, colours: colours);
            var response = await page.GotoAsync(new Uri(await bot.AddressAsync(), address.PathAndQuery).AbsoluteUri);
            Assert.True(response!.Ok);
            Assert.Equal(
                ["1 Offering a chaperone", "2 Who can be one", "1 Records"],
                await page.Locator(".section-heading")
                    .EvaluateAllAsync<string[]>("all => all.map(one => `${one.dataset.level} ${one.textContent}`)")
            );
            Assert.Equal(6, await page.Locator(".clause").CountAsync());
            Assert.Equal(1, await page.Locator(".import-doubt").CountAsync());
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);
            Assert.Empty(await PagePictureTests.BarriersAsync(page));
            await page.Locator("details").First.EvaluateAsync("details => details.open = true");
            await page.ScreenshotAsync(
                new()
                {
                    FullPage = true,
                    Path = Repository.Screenshot("pages", $"policy-review-{width}-{(colours == ColorScheme.Dark ? "dark" : "light")}.png"),
                }
            );
            await page.CloseAsync();
        }
    }
}
