using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Cards;

/// <summary>The cards of incidents stay small with the longest and the most that they can hold, and lead to the rest.</summary>
public sealed class LongestIncidentCardTests
{
    [Fact]
    public async Task My_reports_has_pages_and_shows_the_oldest_too()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = practice.Personal("priya");
        for (var report = 0; report < 7; report++)
        {
            await Practice.ReportAsync(priya);
            practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var first = LongestCards.Fits(await priya.SayAsync("my reports"));
        Assert.Contains("Page 1 of 2.", CardReader.Texts(first));
        var second = await priya.TapAsync(first, "Next page");

        await priya.TapAsync(second, LongestCards.RowBeginning(second, "INC-2026-0001"));
        Assert.Contains("INC-2026-0001", CardReader.Texts(priya.Body)[0], StringComparison.Ordinal);
        await priya.TapAsync(second, "Previous page");
    }

    [Fact]
    public async Task The_longest_report_can_be_checked_changed_and_sent()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = practice.Personal("priya");
        (string, string?)[] longest =
        [
            ("what", LongestCards.Text(Incident.LongestAccount)),
            ("done", LongestCards.Text(TimelineEntry.LongestText)),
            ("link", $"https://example.com/{new string('a', 900)}"),
            ("platform", LongestCards.Text(Incident.LongestLine)),
        ];

        var review = await Practice.ReviewAsync(priya, longest);
        Assert.True(Teams.Cards.CardLimit.Allows(review.GetRawText()), $"{review.GetRawText().Length} characters");
        var form = await priya.FillAsync(CardReader.Button(review, "Change report"));
        Assert.True(Teams.Cards.CardLimit.Allows(form.GetRawText()), $"{form.GetRawText().Length} characters");
        await Practice.SendAsync(priya, CardReader.Button(form, "Check report"), longest);

        var stored = await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync());
        Assert.Equal(LongestCards.Text(Incident.LongestAccount), stored.WhatHappened);
        await LongestCards.AllFitAsync(practice);
    }

    [Fact]
    public async Task A_report_with_many_steps_shows_its_reporter_the_newest_and_leads_to_the_others()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = practice.Personal("priya");
        await LongReportAsync(practice, priya);
        var list = await priya.SayAsync("my reports");

        var seen = await priya.TapAsync(list.Card, LongestCards.RowBeginning(list.Card, "INC-2026-0001"));
        Assert.Contains(CardReader.Texts(seen), text => text.Contains("(more in “my data”)", StringComparison.Ordinal));
        var earlier = await priya.TapAsync(seen, "See 23 earlier steps");
        earlier = await priya.TapAsync(earlier, "See 15 earlier steps");
        earlier = await priya.TapAsync(earlier, "See 7 earlier steps");
        Assert.Contains(CardReader.Texts(earlier), text => text.EndsWith("sent the report", StringComparison.Ordinal));
        await priya.TapAsync(earlier, "See later steps");
    }

    [Fact]
    public async Task An_incident_with_the_longest_of_everything_is_shortened_in_the_channel_and_in_each_answer()
    {
        await using var practice = await Practice.OpenAsync();
        await LongReportAsync(practice, practice.Personal("priya"));

        var channel = practice.Channel;
        var others = await channel.TapAsync(await practice.CardAsync("INC-2026-0001"), "More steps");
        var form = await channel.TapAsync(await channel.TapAsync(others, "Back to incident"), "Add note");
        var again = LongestCards.Fits(
            await channel.FillAsync(CardReader.Button(form, "Add note"), new() { ["text"] = LongestCards.Text(TimelineEntry.LongestText) })
        );

        Assert.Contains("28 more actions. They're all in the evidence pack.", CardReader.Texts(again));
        Assert.Contains(CardReader.Texts(again), text => text.EndsWith("(the rest is in the evidence pack)", StringComparison.Ordinal));
        var steps = await channel.TapAsync(again, LongestCards.RowBeginning(again, "See "));
        steps = await channel.TapAsync(steps, "Earlier steps");
        await channel.TapAsync(steps, "Later steps");
        await LongestCards.AllFitAsync(practice);
    }

    /// <summary>Reports, and adds 30 of the longest steps and 40 of the longest actions; then closes it.</summary>
    private static async Task LongReportAsync(Practice practice, Chat reporter)
    {
        await Practice.ReportAsync(
            reporter,
            ("what", LongestCards.Text(Incident.LongestAccount)),
            ("done", LongestCards.Text(TimelineEntry.LongestText))
        );
        await practice.DeliveredAsync();
        await practice.Bot.ChangeAsync(async database =>
        {
            var incident = await database.Incidents.Include(one => one.Timeline).Include(one => one.Actions).SingleAsync();
            for (var number = 2; number <= 31; number++)
            {
                incident.Timeline.Add(
                    new()
                    {
                        Number = number,
                        At = practice.Bot.Time.GetUtcNow(),
                        By = LongestCards.Text(TimelineEntry.LongestName),
                        Kind = TimelineKind.Noted,
                        From = IncidentState.UnderReview,
                        To = IncidentState.UnderReview,
                        Text = LongestCards.Text(TimelineEntry.LongestText),
                    }
                );
            }

            for (var number = 1; number <= 40; number++)
            {
                incident.Actions.Add(
                    new()
                    {
                        Number = number,
                        Text = LongestCards.Text(TimelineEntry.LongestText),
                        DoneAt = practice.Bot.Time.GetUtcNow(),
                    }
                );
            }

            (incident.State, incident.Version) = (IncidentState.Closed, 31);
            (incident.Outcome, incident.Learning) = (LongestCards.Text(2000), LongestCards.Text(2000));
        });
    }
}
