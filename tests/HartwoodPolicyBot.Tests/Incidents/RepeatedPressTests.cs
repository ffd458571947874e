using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>A press that the service sends again with another id is written once, and other words are never lost.</summary>
public sealed class RepeatedPressTests
{
    [Theory]
    [InlineData("Named")]
    [InlineData("Anonymous")]
    public async Task Something_added_is_written_once_however_often_the_press_arrives(string appearance)
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();
        var receipt = await Practice.ReportAsync(reporter, ("appear", appearance));
        var add = CardReader.Button(await reporter.FillAsync(CardReader.Button(receipt, "Add to report")), "Add to report");

        for (var times = 0; times < 3; times++)
        {
            var added = await reporter.FillAsync(add, new() { ["text"] = "There is a second photo." });
            Assert.Contains(CardReader.Texts(added), text => text.StartsWith("Thanks, I've added", StringComparison.Ordinal));
        }

        await reporter.FillAsync(add, new() { ["text"] = "And a third." });
        Assert.Equal(["There is a second photo.", "And a third."], await TextsAsync(practice, TimelineKind.Added));
    }

    [Fact]
    public async Task The_same_press_three_times_at_once_is_written_once()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var save = await OpenAsync(practice, "note");

        await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => practice.InChannel(Practice.ManagerId).FillAsync(save, new() { ["text"] = "Rang her." }))
        );

        Assert.Equal(["Rang her."], await TextsAsync(practice, TimelineKind.Noted));
    }

    [Theory]
    [InlineData("note", "Rang her.", TimelineKind.Noted)]
    [InlineData("actions", "Ring her, Margaret", TimelineKind.ActionsChanged)]
    [InlineData("grade", "", TimelineKind.Graded)]
    [InlineData("pass-on", "", TimelineKind.PassedOn)]
    [InlineData("deadline", "Nobody can be recognised.", TimelineKind.Decided)]
    public async Task Each_step_of_a_practice_manager_is_written_once_and_answered_as_the_first_time(
        string step,
        string text,
        TimelineKind kind
    )
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat(), ("patient", "Yes"), ("source", "Complaint"));
        await practice.Channel.ExecuteAsync(CardReader.Button(await practice.CardAsync("INC-2026-0001"), "Deal with this"));
        await practice.DeliveredAsync();
        var save = await OpenAsync(practice, step);
        var answers = new JsonObject
        {
            ["text"] = text,
            ["consequence"] = "3",
            ["likelihood"] = "4",
            ["flags"] = "Hr",
            ["decision"] = "NotReportable",
            ["complaint"] = "yes",
        };

        var first = await practice.Channel.FillAsync(save, answers);
        var second = await practice.Channel.FillAsync(save, answers);

        Assert.Equal(CardReader.Texts(first), CardReader.Texts(second));
        Assert.Single(await TextsAsync(practice, kind));
    }

    [Fact]
    public async Task A_form_that_was_sent_before_forms_had_a_key_still_saves()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var data = JsonNode.Parse((await OpenAsync(practice, "note")).GetRawText())!;
        data["data"]!["kept"]!.AsObject().Remove("press");

        await practice.Channel.FillAsync(JsonSerializer.SerializeToElement(data), new() { ["text"] = "Rang her." });

        Assert.Equal(["Rang her."], await TextsAsync(practice, TimelineKind.Noted));
    }

    [Theory]
    [InlineData("Named")]
    [InlineData("Anonymous")]
    public async Task Two_reports_from_one_open_form_are_two_reports(string appearance)
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();
        var form = await reporter.SayAsync("report");

        var first = await Practice.SendAsync(reporter, form.Button("Check report"), ("appear", appearance));
        var second = await Practice.SendAsync(
            reporter,
            form.Button("Check report"),
            ("appear", appearance),
            ("what", "Something else happened as well.")
        );

        Assert.NotEqual(first.GetRawText(), second.GetRawText());
        Assert.Contains(
            "Something else happened as well.",
            (await practice.CardAsync("INC-2026-0002")).GetRawText(),
            StringComparison.Ordinal
        );
        Assert.Equal(2, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    [Fact]
    public async Task A_form_that_is_sent_again_as_being_about_the_manager_goes_to_the_speak_up_person_too()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", "33333333-cccc-4000-8000-000000000001"));
        var reporter = practice.Bot.Chat();
        var form = await reporter.SayAsync("report");

        await Practice.SendAsync(reporter, form.Button("Check report"));
        await Practice.SendAsync(reporter, form.Button("Check report"), ("aboutManager", "true"));

        Assert.Equal(1, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync(row => row.Route == IncidentRoute.SpeakUp)));
    }

    private static async Task<JsonElement> OpenAsync(Practice practice, string step) =>
        Practice.Save(await practice.Channel.FillAsync(Practice.Form(await practice.CardAsync("INC-2026-0001"), step)));

    private static Task<List<string?>> TextsAsync(Practice practice, TimelineKind kind) =>
        practice.Bot.ReadAsync(database =>
            database
                .Set<TimelineEntry>()
                .Where(entry => entry.Kind == kind)
                .OrderBy(entry => entry.Number)
                .Select(entry => entry.Text)
                .ToListAsync()
        );
}
