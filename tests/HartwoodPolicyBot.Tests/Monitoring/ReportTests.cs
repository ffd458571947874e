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
        Assert.Equal(["1", "Of these, still open"], report.Texts.SkipWhile(text => text != "Incidents reported").Skip(1).Take(2));
        Assert.Equal(
            ["Questions asked", "2", "Of these, not covered by the policy", "1"],
            report.Texts.SkipWhile(text => text != "Questions asked").Take(4)
        );
        Assert.Contains(report.Texts, text => text.Contains("aren't included", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_card_has_a_column_for_the_last_period_once_there_was_one()
    {
        await using var practice = await LivedInAsync();
        practice.Bot.Time.Advance(MonitoringTestHost.At(12, 2, 10) - practice.Bot.Time.GetUtcNow());

        var report = await practice.Personal(Practice.ManagerId).SayAsync("monitoring report");

        CardRules.Hold(report.Card);
        Assert.Equal(
            ["Figure", "This period", "Last period", "Incidents reported", "0", "1"],
            report.Texts.SkipWhile(text => text != "Figure").Take(6)
        );
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
            ["<5", "Of these, still open", "not shown", "Staff up to date with training"],
            CardReader.Texts(card).SkipWhile(text => text != "Incidents reported").Skip(1).Take(4)
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

    /// <summary>Returns what is chosen in the form of a report.</summary>
    internal static JsonObject Form(string? period, string? from, string? to) =>
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
