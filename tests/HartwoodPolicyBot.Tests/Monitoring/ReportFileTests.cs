using System.Net;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>A practice manager gets the report as a page and as an Excel file, and a version of each to share.</summary>
public sealed class ReportFileTests
{
    [Fact]
    public async Task The_page_opens_in_the_browser_with_everything_on_it()
    {
        await using var practice = await ReportTests.LivedInAsync("<script>alert(1)</script>");

        using var page = await FetchAsync(practice, "Print report");
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());

        Assert.Null(page.Content.Headers.ContentDisposition);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("1 November 2026 to 30 November 2026", html, StringComparison.Ordinal);
        Assert.Contains("none", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        foreach (
            var title in new[]
            {
                "Incidents by source",
                "Incidents by kind",
                "Incidents by status",
                "Times",
                "Deadlines",
                "Actions and learning",
                "Training now",
                "Training in the period",
                "Questions",
                "Most quoted sections",
            }
        )
        {
            Assert.Contains($"<h2>{title}</h2>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_Excel_file_has_a_summary_the_rows_behind_it_real_numbers_and_days_and_no_formula()
    {
        const string Formula = "=HYPERLINK(\"http://evil.example\",\"click\") where do we park _x0041_ \u0001\ud83d\ude00?";
        await using var practice = await ReportTests.LivedInAsync(Formula);

        using var file = await FetchAsync(practice, "Download Excel");
        var sheets = new Spreadsheet(await file.Content.ReadAsByteArrayAsync());

        Assert.Equal("monitoring-2026-11-01-to-2026-11-30.xlsx", file.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(["Summary", "Incidents", "Questions"], sheets.Names);
        Assert.Equal(
            [
                "Key figures",
                "Incidents by source",
                "Incidents by kind",
                "Incidents by status",
                "Times",
                "Deadlines",
                "Actions and learning",
                "Training now",
                "Training in the period",
                "Questions",
                "Most quoted sections",
            ],
            sheets.Titles("Summary")
        );
        Assert.Equal(
            ("#2026-11-01", "#2026-11-30", "#2026-11-23 09:00"),
            (sheets.Beside("Summary", "From"), sheets.Beside("Summary", "To"), sheets.Beside("Summary", "Produced"))
        );
        Assert.Equal("#1", sheets.Beside("Summary", "Image of the workplace"));
        Assert.Equal(
            ["#2026-11-23 09:00", "Image of the workplace", "Noticed by a member of staff", "New"],
            sheets.Rows("Incidents")[1].Skip(1).Take(4)
        );
        var question = sheets.Rows("Questions").Single(row => row[1].Contains("HYPERLINK", StringComparison.Ordinal));
        Assert.Equal(
            "=HYPERLINK(\"http://evil.example\",\"click\") where do we park _x005F_x0041_ \ud83d\ude00?",
            question[1].Replace("  ", " ", StringComparison.Ordinal)
        );
        Assert.Equal("Not covered", question[2]);
    }

    [Theory]
    [InlineData("Share printout")]
    [InlineData("Export to share")]
    public async Task The_version_to_share_hides_small_counts_and_lists_nobody(string button)
    {
        await using var practice = await ReportTests.LivedInAsync();

        using var file = await FetchAsync(practice, button);

        if (button.StartsWith("Share", StringComparison.Ordinal))
        {
            var html = WebUtility.HtmlDecode(await file.Content.ReadAsStringAsync());
            Assert.Contains("<dt>Incidents reported</dt><dd><5</dd>", html, StringComparison.Ordinal);
            Assert.Contains("none", html, StringComparison.Ordinal);
            Assert.Contains("not shown", html, StringComparison.Ordinal);
            return;
        }

        var sheets = new Spreadsheet(await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(["Summary"], sheets.Names);
        Assert.Equal("<5", sheets.Beside("Summary", "Incidents reported"));
        Assert.All(
            sheets.Rows("Summary").SkipWhile(row => row[0] != "Incidents by kind").Skip(1).TakeWhile(row => row[0].Length > 0),
            row => Assert.Equal(row[0] == "Image of the workplace" ? "not shown" : "#0", row[1])
        );
        Assert.Equal("#2", sheets.Beside("Summary", "Questions asked"));
    }

    private static async Task<HttpResponseMessage> FetchAsync(Practice practice, string button)
    {
        var manager = practice.Personal(Practice.ManagerId);
        var card = await manager.SayAsync("monitoring report");
        var offer = await manager.ExecuteAsync(card.Button(button));
        CardRules.Hold(offer.Card);
        var response = await practice.Bot.Http.PostAsync(
            new Uri(offer.Button("Download in browser").GetProperty("url").GetString()!).AbsolutePath,
            null
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }
}
