using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>A practice manager gets the report as a card and a monthly post, for different periods.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task The_card_tells_what_happened_in_charts_and_in_words()
    {
        await using var practice = await LivedInAsync();

        var report = await practice.Personal(Practice.ManagerId).SayAsync("monitoring report");

        CardRules.Hold(report.Card);
        Assert.Equal("Monitoring report, 1 November 2026 to 30 November 2026", report.Summary);
        Assert.Equal(["1", "–"], report.Texts.SkipWhile(text => text != "Incidents reported").Skip(1).Take(2));
        Assert.Equal(
            ["Questions asked", "2", "–", "Of these, not covered by the policy", "1", "–"],
            report.Texts.SkipWhile(text => text != "Questions asked").Take(6)
        );
        Assert.Contains(report.Texts, text => text.Contains("aren't included", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LastMonth", null, null, "There are no records before 23 November 2026. Please choose a later period.")]
    [InlineData("TwoDates", "2026-11-30", "2026-11-01", "The end date is before the start date. Please change one of them.")]
    [InlineData("TwoDates", "2026-11-01", null, "Please choose both dates.")]
    [InlineData("TwoDates", "yesterday", "today", "Please choose both dates.")]
    [InlineData("TwoDates", "2027-01-01", "2027-02-01", "That period is in the future. Please choose an earlier start date.")]
    [InlineData("TwoDates", "2001-01-01", "2026-11-01", "That's more than 10 years. Please choose a shorter period.")]
    [InlineData("TwoDates", "2020-01-01", "2020-12-31", "There are no records before 23 November 2026. Please choose a later period.")]
    [InlineData("Century", null, null, "Please choose a period.")]
    [InlineData("6", null, null, "Please choose a period.")]
    [InlineData(null, null, null, "Please choose a period.")]
    public async Task An_impossible_period_is_explained_and_the_form_is_shown_again(
        string? period,
        string? from,
        string? to,
        string sentence
    )
    {
        await using var practice = await LivedInAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var card = await manager.SayAsync("monitoring report");

        var again = await manager.FillAsync(card.Button("Show period"), Form(period, from, to));

        CardRules.Hold(again);
        Assert.Contains(sentence, CardReader.Texts(again));
        var put = await manager.FillAsync(CardReader.Button(again, "Show period"), Form("TwoDates", "2026-11-23", "2026-11-23"));
        Assert.Contains("23 November 2026 to 23 November 2026", CardReader.Texts(put));
    }

    [Theory]
    [InlineData("ThisQuarter", "1 October 2026 to 31 December 2026")]
    [InlineData("NhsYear", "1 April 2026 to 31 March 2027")]
    public async Task A_chosen_period_replaces_the_card_and_says_when_the_records_start(string period, string days)
    {
        await using var practice = await LivedInAsync();
        var manager = practice.Personal(Practice.ManagerId);

        var shown = await manager.FillAsync((await manager.SayAsync("monitoring report")).Button("Show period"), Form(period, null, null));

        Assert.Contains(days, CardReader.Texts(shown));
        Assert.Contains(CardReader.Texts(shown), text => text.Contains("Records began on 23 November 2026.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Newly_entered_dates_count_although_another_period_is_still_chosen()
    {
        await using var practice = await LivedInAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var card = (await manager.SayAsync("monitoring report")).Card;

        var shown = await manager.FillAsync(CardReader.Button(card, "Show period"), Form("ThisMonth", "2026-11-20", "2026-11-23"));
        Assert.Contains("20 November 2026 to 23 November 2026", CardReader.Texts(shown));
        Assert.Equal(
            "TwoDates",
            CardReader
                .Nodes(shown)
                .Single(node => node.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() == "period")
                .GetProperty("value")
                .GetString()
        );

        var quarter = await manager.FillAsync(CardReader.Button(shown, "Show period"), Form("ThisQuarter", "2026-11-20", "2026-11-23"));
        Assert.Contains("1 October 2026 to 31 December 2026", CardReader.Texts(quarter));

        var refused = await manager.FillAsync(CardReader.Button(quarter, "Show period"), Form("ThisQuarter", "2026-12-31", "2026-12-30"));
        Assert.Contains("The end date is before the start date. Please change one of them.", CardReader.Texts(refused));
        var month = await manager.FillAsync(CardReader.Button(refused, "Show period"), Form("ThisMonth", "2026-12-31", "2026-12-30"));
        Assert.Contains("1 November 2026 to 30 November 2026", CardReader.Texts(month));
    }

    [Fact]
    public async Task The_evidence_pack_asks_for_its_period_first_and_every_next_card_is_about_the_pack()
    {
        await using var practice = await LivedInAsync();
        var manager = practice.Personal(Practice.ManagerId);

        var card = await manager.SayAsync("evidence pack");
        Assert.Equal(("Evidence pack for inspections", "Get evidence pack"), (card.Texts[0], card.Buttons[1]));
        Assert.Contains("1 April 2026 to 31 March 2027", card.Texts);

        var refused = await manager.FillAsync(card.Button("Show period"), Form("TwoDates", null, null));
        Assert.Equal("Evidence pack for inspections", CardReader.Texts(refused)[0]);
        var month = await manager.FillAsync(CardReader.Button(refused, "Show period"), Form("ThisMonth", null, null));
        CardRules.Hold(month);
        Assert.Contains("1 November 2026 to 30 November 2026", CardReader.Texts(month));
        var offer = await manager.ExecuteAsync(CardReader.Button(month, "Get evidence pack"));
        Assert.Contains(offer.Texts, text => text.Contains("Evidence pack, 1 November 2026 to 30 November 2026", StringComparison.Ordinal));

        // The period that was chosen beside the button counts without a tap on "Show period".
        var quarter = await manager.ExecuteAsync(
            CardReader.Button(month, "Get evidence pack"),
            Form("ThisQuarter", "2026-11-01", "2026-11-30")
        );
        Assert.Contains(
            quarter.Texts,
            text => text.Contains("Evidence pack, 1 October 2026 to 31 December 2026", StringComparison.Ordinal)
        );
        var wrong = await manager.FillAsync(CardReader.Button(month, "Get evidence pack"), Form("ThisMonth", "2026-11-30", "2026-11-01"));
        Assert.Contains("The end date is before the start date. Please change one of them.", CardReader.Texts(wrong));
    }

    [Fact]
    public async Task Clicks_of_staff_and_in_channels_are_refused()
    {
        await using var practice = await LivedInAsync();
        var card = await practice.Personal(Practice.ManagerId).SayAsync("monitoring report");
        var staff = practice.Bot.Chat();

        foreach (var command in new[] { "monitoring report", "evidence pack" })
        {
            Assert.Contains("that's only for practice managers", (await staff.SayAsync(command)).Texts[0], StringComparison.Ordinal);
            Assert.Contains("in our private chat", (await practice.Channel.MentionAsync(command)).Texts[0], StringComparison.Ordinal);
        }

        foreach (var button in CardReader.Actions(card.Card).Where(action => action.TryGetProperty("verb", out _)))
        {
            foreach (var chat in new[] { staff, practice.Channel })
            {
                await chat.ExecuteAsync(button, Form("NhsYear", null, null));
                Assert.Equal(403, chat.Body.GetProperty("statusCode").GetInt32());
            }
        }

        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.FileOffers.CountAsync()));
        Assert.Equal(
            ["monitoring"],
            await practice.Bot.ReadAsync(database => database.RefusedAttempts.Select(row => row.Action).Distinct().ToListAsync())
        );
    }

    /// <summary>A card can be copied into any chat, and Teams calls a chat of two people personal, too.</summary>
    [Theory]
    [InlineData("19:a_b@unq.gbl.spaces", false)]
    [InlineData("19:11111111-aaaa-4000-8000-000000000001_bot@unq.gbl.spaces", true)]
    [InlineData("19:a_robot@unq.gbl.spaces", false)]
    public async Task A_managers_click_in_a_chat_of_two_people_shows_no_report(string chat, bool isWithTheBot)
    {
        await using var practice = await Practice.OpenAsync();
        var report = await practice.Personal(Practice.ManagerId).SayAsync("monitoring report");
        var two = new Chat(practice.Bot, "personal") { Person = $"29:{Practice.ManagerId}", Conversation = chat };

        await two.ExecuteAsync(report.Button("Show period"), new() { ["period"] = "ThisMonth" });

        Assert.Equal(isWithTheBot, two.Body.GetRawText().Contains("Incidents reported", StringComparison.Ordinal));
        Assert.Equal(isWithTheBot ? 200 : 403, two.Body.GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task On_the_first_working_day_the_channel_gets_last_month_without_small_counts()
    {
        await using var practice = await LivedInAsync();
        practice.Bot.Time.Advance(MonitoringTestHost.At(12, 1, 10) - practice.Bot.Time.GetUtcNow());

        Assert.True(await practice.Bot.Services.GetRequiredService<MonthlyPost>().PlanDueAsync(default));
        await practice.DeliveredAsync();

        var post = practice
            .Bot.Teams.Requests.Single(request =>
                request.Path == "/v3/conversations"
                && request.Body.GetProperty("activity").GetProperty("summary").GetString() == "Monitoring report: November 2026"
            )
            .Body;
        var card = post.GetProperty("activity").GetProperty("attachments")[0].GetProperty("content");
        CardRules.Hold(card);
        Assert.Equal(Practice.ChannelId, post.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString());
        Assert.Equal(
            ["<5", "–", "Of these, still open", "not shown", "–"],
            CardReader.Texts(card).SkipWhile(text => text != "Incidents reported").Skip(1).Take(5)
        );
        Assert.Equal(
            DeliveryState.Sent,
            await practice.Bot.ReadAsync(database =>
                database.Deliveries.Where(row => row.Kind == MonthlyPost.Kind).Select(row => row.State).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task A_channel_that_is_chosen_after_months_gets_the_report_of_the_last_one()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        await practice.Bot.Chat().SayAsync("Can I share an image of my workplace?");
        foreach (
            var first in new[]
            {
                MonitoringTestHost.At(12, 1, 10),
                MonitoringTestHost.At(1, 4, 10, 2027),
                MonitoringTestHost.At(2, 1, 10, 2027),
            }
        )
        {
            practice.Bot.Time.Advance(first - practice.Bot.Time.GetUtcNow());
            Assert.True(await practice.Bot.Services.GetRequiredService<MonthlyPost>().PlanDueAsync(default));
            await practice.DeliveredAsync();
        }

        await practice.Channel.MentionAsync("use this channel");
        await practice.DeliveredAsync();

        var posts = practice.Bot.Teams.Requests.Where(request =>
            request.Path == "/v3/conversations" && request.Body.GetRawText().Contains("Monitoring report", StringComparison.Ordinal)
        );
        Assert.Equal(
            "Monitoring report: January 2027",
            Assert.Single(posts).Body.GetProperty("activity").GetProperty("summary").GetString()
        );
    }

    [Fact]
    public async Task A_forged_period_in_a_button_is_refused()
    {
        await using var practice = await LivedInAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var button = JsonNode.Parse((await manager.SayAsync("monitoring report")).Button("Download Excel").GetRawText())!;
        button["data"]!["id"] = "2026-11-30.2026-11-01";

        await manager.ExecuteAsync(JsonSerializer.SerializeToElement(button));

        Assert.Equal(400, manager.Body.GetProperty("statusCode").GetInt32());
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.FileOffers.CountAsync()));
    }

    private static JsonObject Form(string? period, string? from, string? to) =>
        new()
        {
            ["period"] = period,
            ["from"] = from,
            ["to"] = to,
        };

    /// <summary>Runs a practice with an incident, an answered question and an unanswered one.</summary>
    internal static async Task<Practice> LivedInAsync(string uncovered = "How many days of annual leave do I get?")
    {
        var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.Bot.Chat().SayAsync("Can I share an image of my workplace?");
        await practice.Bot.Chat().SayAsync(uncovered);
        await practice.DeliveredAsync();
        return practice;
    }
}
