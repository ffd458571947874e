using System.Text.Json;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Where nobody can be reached with a report about the practice manager, its reporter hears, and keeps the words.</summary>
public sealed class UnreachedSpeakUpTests
{
    private const string Owen = "33333333-cccc-4000-8000-000000000001";

    [Fact]
    public async Task The_reporter_hears_once_that_nobody_could_be_reached_and_the_practice_manager_does_not()
    {
        await using var practice = await Practice.OpenAsync(
            settings: [("Incidents:SpeakUpPerson", Owen), ("Incidents:SpeakUpInstead", "Dr Hughes")]
        );
        var owen = practice.Personal(Owen);
        await owen.SayAsync("hello");
        await practice.Personal(Practice.ManagerId).SayAsync("hello");
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains(owen.Conversation, StringComparison.Ordinal) ? Results.NotFound() : null;
        var reporter = practice.Bot.Chat();
        var reference = Practice.ReferenceOn(await Practice.ReportAsync(reporter, ("aboutManager", "true")));
        await practice.DeliveredAsync();

        await LookAsync(practice);
        await LookAsync(practice);

        var told = Assert.Single(
            reporter.Sent,
            said => said.Body.ToString().Contains("couldn't deliver your report", StringComparison.Ordinal)
        );
        Assert.Contains(
            $"{reference}: I couldn't deliver your report to the person who deals with reports about the practice manager.",
            told.Body.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("Please also speak to Dr Hughes.", told.Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            practice.Bot.Teams.In(Practice.ManagerId),
            said =>
                said.Body.ToString().Contains("ould not be delivered", StringComparison.Ordinal)
                || said.Body.ToString().Contains(reference, StringComparison.Ordinal)
        );
        CardRules.Hold(Practice.CardOf(told));
        Approved.Card("undelivered", Practice.CardOf(told));
        Approved.Card("own-report-undelivered", await reporter.FillAsync(CardReader.Button(Practice.CardOf(told), "See my report")));
    }

    [Fact]
    public async Task A_speak_up_person_without_a_chat_has_a_day_before_the_reporter_hears_and_gets_the_report_later()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var reporter = practice.Bot.Chat();
        await Practice.ReportAsync(reporter, ("aboutManager", "true"));
        await practice.DeliveredAsync();

        await LookAsync(practice);
        Assert.DoesNotContain(
            reporter.Sent,
            said => said.Body.ToString().Contains("couldn't deliver your report", StringComparison.Ordinal)
        );
        practice.Bot.Time.Advance(TimeSpan.FromHours(24));
        await LookAsync(practice);
        var told = Assert.Single(
            reporter.Sent,
            said => said.Body.ToString().Contains("couldn't deliver your report", StringComparison.Ordinal)
        );

        await practice.Personal(Owen).SayAsync("hello");
        await practice.DeliveredAsync();
        var own = await reporter.FillAsync(CardReader.Button(Practice.CardOf(told), "See my report"));
        Assert.DoesNotContain("couldn't deliver your report", own.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(practice.Personal(Owen).Sent, said => said.Body.ToString().Contains("Acknowledge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_anonymous_reporter_reads_that_nobody_was_reached_when_they_look_the_report_up()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var receipt = await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true"), ("appear", "Anonymous"));
        await practice.DeliveredAsync();
        var code = CardReader
            .Nodes(receipt)
            .First(node => node.TryGetProperty("title", out var title) && title.GetString() == "Your code")
            .GetProperty("value")
            .GetString()!;
        practice.Bot.Time.Advance(TimeSpan.FromHours(24));
        await LookAsync(practice);

        var later = practice.Bot.Chat();
        var found = await later.FillAsync((await later.SayAsync("my reports")).Button("Find report"), new() { ["code"] = code });

        Assert.Contains("couldn't deliver your report", found.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_a_report_that_cannot_be_stored_is_shown_to_copy_with_patient_details_masked()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();

        var card = await Practice.ReviewAsync(
            reporter,
            ("aboutManager", "true"),
            ("what", "She posted the number 07700 900123."),
            ("done", "I took a picture of it.")
        );

        CardRules.Hold(card);
        Assert.Equal("She posted the number [phone number].\n\nI took a picture of it.", Written(card));
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    private static string Written(JsonElement card) =>
        CardReader
            .Nodes(card)
            .Single(node => node.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() == "written")
            .GetProperty("value")
            .GetString()!;

    private static async Task LookAsync(Practice practice)
    {
        await practice.Bot.Services.GetRequiredService<UndeliveredSpeakUpReports>().TellReportersAsync(default);
        await practice.DeliveredAsync();
    }
}
