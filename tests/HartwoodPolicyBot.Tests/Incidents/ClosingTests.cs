using System.Text.Json;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>A practice manager learns what is missing before they write an outcome, and closes what needs no work in one step.</summary>
public sealed class ClosingTests
{
    private const string Reference = "INC-2026-0001";

    [Fact]
    public async Task Close_says_what_is_missing_before_the_form_and_leads_there()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var channel = practice.Channel;
        var missing = await channel.FillAsync(Practice.Form(await practice.CardAsync(Reference), "close"));
        Assert.Contains("• Acknowledge the report.", CardReader.Texts(missing));
        var working = await channel.FillAsync(CardReader.Button(await practice.CardAsync(Reference), "Deal with this"));
        var form = await channel.FillAsync(Practice.Form(working, "actions"));
        var open = await channel.FillAsync(Practice.Save(form), new() { ["text"] = "Ring her, Margaret" });

        missing = await channel.FillAsync(Practice.Form(open, "close"));

        Assert.Contains("• Mark 1 action as done.", CardReader.Texts(missing));
        Assert.DoesNotContain("Input.", missing.GetRawText(), StringComparison.Ordinal);
        form = await channel.FillAsync(Practice.Form(missing, "actions"));
        var done = await channel.FillAsync(Practice.Save(form), new() { ["done"] = "1" });
        Assert.Contains("Input.Text", (await channel.FillAsync(Practice.Form(done, "close"))).GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No", "close")]
    [InlineData("Yes", "deadline")]
    public async Task A_duplicate_is_closed_in_one_step_and_its_reporter_is_told_why(string patient, string step)
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();
        await Practice.ReportAsync(reporter, ("patient", patient));
        var channel = practice.Channel;
        var first = await channel.FillAsync(Practice.Form(await practice.CardAsync(Reference), step));
        var form = await channel.FillAsync(CardReader.Button(first, "Duplicate or test"));

        var closed = await channel.FillAsync(Practice.Save(form), new() { ["reason"] = "Duplicate", ["text"] = "INC-2026-0009." });
        await practice.DeliveredAsync();

        Assert.Contains("Outcome: A duplicate of another report. INC-2026-0009.", CardReader.Texts(closed));
        var incident = await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync());
        Assert.Equal((IncidentState.Closed, false), (incident.State, incident.BreachClockRuns));
        var told = CardReader.Texts(Practice.CardOf(reporter.Sent[^1]));
        Assert.Equal(
            [
                $"Your report {Reference} has been closed. Thank you for raising it.",
                "Outcome: A duplicate of another report. INC-2026-0009.",
            ],
            told
        );
    }

    [Fact]
    public async Task A_complaint_that_nobody_has_acknowledged_is_not_closed_as_a_duplicate()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat(), ("source", "Complaint"));
        var channel = practice.Channel;
        var deadline = await channel.FillAsync(Practice.Form(await practice.CardAsync(Reference), "deadline"));
        var form = await channel.FillAsync(CardReader.Button(deadline, "Duplicate or test"));

        var refused = await channel.FillAsync(Practice.Save(form), new() { ["reason"] = "Test", ["text"] = "" });
        var unticked = await channel.FillAsync(Practice.Save(deadline), []);

        Assert.Contains(
            CardReader.Texts(refused),
            text => text.StartsWith("This complaint hasn't been acknowledged", StringComparison.Ordinal)
        );
        Assert.Contains("Please tick the box once the complaint has been acknowledged.", CardReader.Texts(unticked));
        Assert.Equal(1, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).Version);
    }

    [Fact]
    public async Task Somebody_who_takes_over_what_they_have_already_is_told_so()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var working = await practice.Channel.FillAsync(CardReader.Button(await practice.CardAsync(Reference), "Deal with this"));

        var again = await practice.Channel.FillAsync(Practice.Step(working, "incident-take-on"));

        Assert.StartsWith("You've been dealing with this since ", CardReader.Texts(again)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_timeline_is_one_tap_away_and_the_outcome_stays_after_a_reopening()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var channel = practice.Channel;
        var card = await channel.FillAsync(CardReader.Button(await practice.CardAsync(Reference), "Deal with this"));
        var note = $"The first note. {new string('x', 1000)}";
        foreach (var text in (string[])[note, "2", "3", "4", "5", "6", "7", "8", "9", "10"])
        {
            card = await SaveAsync(card, "note", new() { ["text"] = text });
        }

        card = await SaveAsync(card, "close", new() { ["text"] = "Taken down.", ["learning"] = "Look first." });
        card = await SaveAsync(card, "reopen", new() { ["text"] = "It is back." });

        var all = await channel.FillAsync(Row(card));
        var earlier = await channel.FillAsync(CardReader.Button(all, "Earlier steps"));
        Assert.Contains("Outcome before it was reopened: Taken down.", CardReader.Texts(card));
        Assert.Contains(CardReader.Texts(card), text => text == "See 8 earlier steps");
        Assert.Contains(CardReader.Texts(earlier), text => text.EndsWith(note, StringComparison.Ordinal));
        Assert.Equal(14, CardReader.Texts(all).Count + CardReader.Texts(earlier).Count - 2);

        async Task<JsonElement> SaveAsync(JsonElement from, string form, System.Text.Json.Nodes.JsonObject answers) =>
            await channel.FillAsync(Practice.Save(await channel.FillAsync(Practice.Form(from, form))), answers);
    }

    [Fact]
    public async Task What_was_left_out_is_not_said_and_in_no_count()
    {
        await using var practice = await Practice.OpenAsync();

        await Practice.ReportAsync(practice.Bot.Chat(), ("account", null), ("visible", null), ("source", null));

        var card = (await practice.CardAsync(Reference)).GetRawText();
        Assert.DoesNotContain("Don't know", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Noticed by", card, StringComparison.Ordinal);
        Assert.Contains("Not said", card, StringComparison.Ordinal);
        var report = await practice.Personal(Practice.ManagerId).SayAsync("monitoring report");
        Assert.DoesNotContain("Noticed by a member of staff 1", report.Card.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Not said", report.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dialog_shows_an_anonymous_code_before_the_report_is_sent()
    {
        await using var practice = await Practice.OpenAsync();
        var group = practice.Bot.Chat("groupChat");

        var review = await MessageReportTests.ReviewAsync(practice, group, "hello", ("appear", "Anonymous"));
        var receipt = await MessageReportTests.SubmitAsync(group, review, "Send report", []);

        var code = CardReader
            .Nodes(receipt)
            .First(node => node.TryGetProperty("title", out var title) && title.GetString() == "Your code")
            .GetProperty("value")
            .GetString()!;
        Assert.Contains(CardReader.Texts(review), text => text.Contains(code, StringComparison.Ordinal));
        var later = practice.Bot.Chat();
        var found = await later.FillAsync((await later.SayAsync("my reports")).Button("Find report"), new() { ["code"] = code });
        Assert.Contains("New", found.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.StaffContacts.CountAsync(row => row.PersonId == group.Person)));
    }

    private static JsonElement Row(JsonElement card) =>
        CardReader.Nodes(card).Single(node => node.TryGetProperty("selectAction", out _)).GetProperty("selectAction");
}
