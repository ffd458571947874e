using System.Text.Json;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Four answers make a report. A practice manager fills in the rest, and the reporter hears only what matters.</summary>
public sealed class ShortReportTests
{
    private const string Reference = "INC-2026-0001";
    private const string Owen = "33333333-cccc-4000-8000-000000000001";

    [Fact]
    public async Task The_form_asks_four_questions_and_hides_the_others()
    {
        await using var practice = await Practice.OpenAsync();

        var form = (await practice.Bot.Chat().SayAsync("report")).Card;

        Assert.Equal(["what", "patient", "visible", "appear"], form.GetProperty("body").EnumerateArray().Select(Input).OfType<string>());
        var details = form.GetProperty("body").EnumerateArray().Single(element => element.TryGetProperty("isVisible", out _));
        Assert.False(details.GetProperty("isVisible").GetBoolean());
        Assert.Equal(
            ["kind", "platform", "account", "link", "happened", "noticed", "done", "source"],
            details.GetProperty("items").EnumerateArray().Select(Input).OfType<string>()
        );
    }

    [Theory]
    [InlineData("false", IncidentRoute.Managers)]
    [InlineData("true", IncidentRoute.SpeakUp)]
    public async Task A_report_with_four_answers_is_sent_once_it_is_said_whether_it_is_about_the_practice_manager(
        string answer,
        IncidentRoute route
    )
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var reporter = practice.Bot.Chat();

        var review = await reporter.FillAsync((await reporter.SayAsync("report")).Button("Check report"), Practice.ShortForm());
        var again = await reporter.FillAsync(CardReader.Button(review, "Send report"));
        Assert.Contains("Please say whether it's about the practice manager or a deputy.", CardReader.Texts(again));
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
        await reporter.FillAsync(CardReader.Button(again, "Send report"), new() { ["aboutManager"] = answer });

        var stored = await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync());
        Assert.Equal((IncidentKind.NotSaid, IncidentSource.NotSaid, route), (stored.Kind, stored.Source, stored.Route));
    }

    [Fact]
    public async Task A_practice_manager_fills_in_the_type_and_that_it_is_a_complaint_which_gets_its_deadline()
    {
        await using var practice = await Practice.OpenAsync();
        await ReportShortAsync(practice, practice.Bot.Chat());
        var card = await practice.CardAsync(Reference);
        Assert.Contains($"{Reference}: Type not chosen yet", CardReader.Texts(card));

        var form = await practice.Channel.FillAsync(Practice.Form(card, "details"));
        var wrong = await practice.Channel.FillAsync(Practice.Save(form), new() { ["kind"] = "NotSaid" });
        var done = await practice.Channel.FillAsync(Practice.Save(form), new() { ["kind"] = "WorkplaceImage", ["source"] = "Complaint" });

        Assert.Contains("Please choose one of the answers.", CardReader.Texts(wrong));
        Assert.Contains($"{Reference}: Image of the workplace", CardReader.Texts(done));
        Assert.Contains(CardReader.Texts(done), text => text.StartsWith("Complaint: acknowledge by", StringComparison.Ordinal));
        var report = await practice.Personal(Practice.ManagerId).SayAsync("monitoring report");
        Assert.DoesNotContain("Type not chosen yet", report.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reporter_hears_that_it_was_seen_closed_and_reopened_and_reads_the_rest_in_their_report()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();
        await ReportShortAsync(practice, reporter);
        var channel = practice.Channel;
        var card = await practice.CardAsync(Reference);

        await channel.FillAsync(CardReader.Button(card, "Acknowledge"));
        await channel.FillAsync(CardReader.Button(card, "Deal with this"));
        await SaveAsync("note", new() { ["text"] = "For us only." });
        await SaveAsync("note", new() { ["text"] = "Thank you, we have rung her.", ["share"] = "yes" });
        await SaveAsync("grade", new() { ["consequence"] = "3", ["likelihood"] = "4" });
        await SaveAsync("close", new() { ["text"] = "Taken down.", ["learning"] = "Look first." });
        await SaveAsync("reopen", new() { ["text"] = "It is back." });
        await practice.DeliveredAsync();

        var told = reporter.Sent.Where(sent => sent.Body.GetRawText().Contains("See my report\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [
                $"{Reference}: A member of staff has seen your report.",
                $"Your report {Reference} has been closed. Thank you for raising it.",
                $"Your report {Reference} has been reopened.",
            ],
            told.Select(sent => sent.Body.GetProperty("summary").GetString())
        );
        var own = await reporter.FillAsync(CardReader.Button(Practice.CardOf(told[^1]), "See my report"));
        Assert.Contains("Thank you, we have rung her.", CardReader.Texts(own));
        Assert.Contains("Outcome before it was reopened: Taken down.", CardReader.Texts(own));
        Assert.DoesNotContain("For us only.", own.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("It is back.", own.GetRawText(), StringComparison.Ordinal);

        async Task SaveAsync(string form, System.Text.Json.Nodes.JsonObject answers) =>
            card = await channel.FillAsync(Practice.Save(await channel.FillAsync(Practice.Form(card, form))), answers);
    }

    [Fact]
    public async Task A_message_fills_in_what_it_says_as_suggestions_that_the_review_shows()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();
        const string Said = "Yesterday a picture of a patient was put on our Facebook page, https://example.com/p/1.";
        var button = JsonSerializer.SerializeToElement(new { verb = "report", data = new { verb = "report", id = Said } });

        var form = (await reporter.ExecuteAsync(button)).Card;

        var filled = CardReader
            .Nodes(form)
            .Where(node => node.TryGetProperty("value", out _) && node.TryGetProperty("id", out _))
            .ToDictionary(node => node.GetProperty("id").GetString()!, node => node.GetProperty("value").GetString()!);
        Assert.Equal(["what", "kind", "platform", "account", "link", "happened"], filled.Keys);
        Assert.Equal(
            ("PatientImage", "Facebook", "Practice", "https://example.com/p/1", "2026-11-22"),
            (filled["kind"], filled["platform"], filled["account"], filled["link"], filled["happened"])
        );
        Assert.Contains(
            CardReader.Texts(form),
            text => text.StartsWith("I've filled this in from your message: ", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("a photo of the waiting room is on insta", "kind=WorkplaceImage platform=Instagram")]
    [InlineData("someone tweeted that we are all useless, it was rude", "kind=Disrespect platform=X (Twitter)")]
    [InlineData("there is a fake practice page on fb", "kind=UnauthorisedAccount platform=Facebook")]
    [InlineData("he accepted a friend request on Monday", "kind=Boundaries happened=2026-11-16")]
    [InlineData("last Friday she put it on her own account", "account=Personal happened=2026-11-20")]
    [InlineData("I saw something this morning", "happened=2026-11-23")]
    [InlineData("something went wrong", "")]
    [InlineData("", "")]
    public void Words_suggest_only_what_they_say(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', ReportSuggestions.In(text, new(2026, 11, 23)).Select(answer => $"{answer.Key}={answer.Value}"))
        );

    private static async Task ReportShortAsync(Practice practice, Chat chat)
    {
        var review = await chat.FillAsync((await chat.SayAsync("report")).Button("Check report"), Practice.ShortForm());
        await chat.FillAsync(CardReader.Button(review, "Send report"), new() { ["aboutManager"] = "false" });
        await practice.DeliveredAsync();
    }

    private static string? Input(JsonElement element) =>
        element.GetProperty("type").GetString()!.StartsWith("Input.", StringComparison.Ordinal)
            ? element.GetProperty("id").GetString()
            : null;

    [Fact]
    public async Task A_practice_manager_who_reported_it_is_told_of_no_step_that_they_take_themselves()
    {
        await using var practice = await Practice.OpenAsync();
        var manager = practice.Personal(Practice.ManagerId);
        await Practice.ReportAsync(manager);
        var card = await practice.CardAsync(Reference);

        await practice.Channel.ExecuteAsync(CardReader.Button(card, "Acknowledge"));
        await practice.DeliveredAsync();
        Assert.DoesNotContain(manager.Sent, HasSeenIt);
        await practice.InChannel(Practice.SecondId).ExecuteAsync(CardReader.Button(card, "Deal with this"));
        await practice.DeliveredAsync();

        Assert.Equal("In progress", IncidentStateOf(await practice.CardAsync(Reference)));
        static bool HasSeenIt(TeamsRequest sent) => sent.Body.GetRawText().Contains("has seen your report", StringComparison.Ordinal);
    }

    private static string IncidentStateOf(System.Text.Json.JsonElement card) =>
        CardReader.Texts(card).First(text => text.Contains(". Reported ", StringComparison.Ordinal)).Split('.')[0];
}
