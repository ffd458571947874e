using System.Text.Json;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>A report is stored only after its reporter has seen it as it will be kept, on whichever way it came.</summary>
public sealed class ReportReviewTests
{
    private const string Question = "Is there a name, or anything else that could identify someone?";
    private const string Told = "The post shows Mrs Price, 999 000 0018, and 07700 900123.";
    private const string Hidden = "I've hidden an NHS number and a phone number.";

    [Fact]
    public async Task Every_report_is_shown_as_it_will_be_kept_before_it_is_stored()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();

        var review = await Practice.ReviewAsync(reporter, ("what", "A photo of Mrs Price is on Instagram."));

        await ExpectAsync(practice, review, "A photo of Mrs Price is on Instagram.");
        Assert.DoesNotContain("hidden", review.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Asked for it to be taken down.", CardReader.Texts(review));
        await reporter.FillAsync(CardReader.Button(review, "Send report"));
        Assert.Equal(1, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    [Fact]
    public async Task A_form_that_came_back_with_a_mistake_says_what_is_hidden_and_is_shown_too()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();

        var again = await Practice.ReviewAsync(reporter, ("what", Told), ("happened", "2026-12-24"));
        var review = await reporter.FillAsync(
            CardReader.Button(again, "Check report"),
            Practice.Filled(("what", ValueOf(again, "what")), ("happened", null))
        );

        Assert.Contains($"{Hidden} Please take out any names too.", CardReader.Texts(again));
        await ExpectAsync(practice, review, "The post shows Mrs Price, [NHS number], and [phone number].");
        Assert.Contains($"{Hidden} I don't keep what I hide.", CardReader.Texts(review));
    }

    [Fact]
    public async Task A_form_that_was_filled_in_from_a_disclosure_is_shown_too()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();
        var button = JsonSerializer.SerializeToElement(new { verb = "report", data = new { verb = "report", id = Told } });

        var form = (await reporter.ExecuteAsync(button)).Card;
        var review = await reporter.FillAsync(CardReader.Button(form, "Check report"), Practice.Filled(("what", ValueOf(form, "what"))));

        Assert.Contains($"{Hidden} Please take out any names too.", CardReader.Texts(form));
        await ExpectAsync(practice, review, "The post shows Mrs Price, [NHS number], and [phone number].");
    }

    [Fact]
    public async Task A_message_that_is_reported_from_a_dialog_is_shown_too()
    {
        await using var practice = await Practice.OpenAsync();
        var group = practice.Bot.Chat("groupChat");

        var review = await MessageReportTests.ReviewAsync(practice, group, "hello", ("what", "A colleague wrote: her name is Jean Price."));

        await ExpectAsync(practice, review, "A colleague wrote: her name is Jean Price.");
        Assert.DoesNotContain("Action.Execute", review.GetRawText(), StringComparison.Ordinal);
        await MessageReportTests.SubmitAsync(group, review, "Send report", []);
        Assert.Equal(1, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    [Fact]
    public async Task Going_back_keeps_every_answer()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();

        var form = await reporter.FillAsync(CardReader.Button(await Practice.ReviewAsync(reporter), "Change report"));

        Assert.All(Practice.Filled(), answer => Assert.Equal($"{answer.Value}", ValueOf(form, answer.Key)));
    }

    [Fact]
    public async Task A_review_that_carries_details_that_nobody_has_seen_hidden_is_shown_again()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();
        var kept = Practice.Filled(("what", Told));
        var button = JsonSerializer.SerializeToElement(
            new
            {
                verb = "incident-send-masked",
                data = new
                {
                    verb = "incident-send-masked",
                    id = Guid.NewGuid(),
                    kept,
                },
            }
        );

        var review = await reporter.FillAsync(button);

        await ExpectAsync(practice, review, "The post shows Mrs Price, [NHS number], and [phone number].");
    }

    [Theory]
    [InlineData("Named")]
    [InlineData("Anonymous")]
    public async Task A_review_sent_again_also_after_a_restart_makes_one_report(string appearance)
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        (string, string) storage = ("Storage:ConnectionString", database.ConnectionString);
        JsonElement send;
        JsonElement receipt;
        await using (var practice = await Practice.OpenAsync(true, storage))
        {
            var reporter = practice.Personal("priya");
            send = CardReader.Button(await Practice.ReviewAsync(reporter, ("appear", appearance)), "Send report");
            receipt = await reporter.FillAsync(send);
            Assert.Equal(receipt.GetRawText(), (await reporter.FillAsync(send)).GetRawText());
        }

        await using var again = await Practice.OpenAsync(true, storage);
        Assert.Equal(receipt.GetRawText(), (await again.Personal("priya").FillAsync(send)).GetRawText());
        Assert.Equal(1, await again.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    [Fact]
    public async Task Cancel_leaves_the_form_and_keeps_nothing()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();

        foreach (var card in new[] { (await reporter.SayAsync("report")).Card, await Practice.ReviewAsync(reporter, ("what", Told)) })
        {
            Assert.Contains(
                "I haven't sent or saved anything.",
                CardReader.Texts(await reporter.FillAsync(CardReader.Button(card, "Cancel")))
            );
        }

        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    private static async Task ExpectAsync(Practice practice, JsonElement review, string words)
    {
        Assert.Contains(words, CardReader.Texts(review));
        Assert.Contains(Question, CardReader.Texts(review));
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    private static string ValueOf(JsonElement form, string field) =>
        CardReader
            .Nodes(form)
            .First(node => node.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() == field)
            .GetProperty("value")
            .GetString()!;
}
