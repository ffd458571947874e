using System.Text.Json;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.ManagerQuestions;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Staff;

/// <summary>Deputies may do what a practice manager may, except what concerns themselves.</summary>
public sealed class DeputyTests
{
    private const string DeputyId = "44444444-dddd-4000-8000-000000000001";
    private const string Owen = "33333333-cccc-4000-8000-000000000001";
    private const string Reference = "INC-2026-0001";

    [Fact]
    public async Task A_deputy_sees_and_does_what_a_practice_manager_does_and_is_named_for_it()
    {
        await using var practice = await OpenAsync();
        var deputy = Deputy(practice);
        await Practice.ReportAsync(practice.Bot.Chat());

        var opened = await OpenAsync(deputy, Reference);
        await deputy.FillAsync(opened.Button("Acknowledge"));
        var replies = new[] { "home", "unanswered", "training status", "who has read", "monitoring report", "status", "help" };
        foreach (var said in replies)
        {
            practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.DoesNotContain(
                (await deputy.SayAsync(said)).Texts,
                text => text.Contains("only for practice", StringComparison.Ordinal)
            );
        }

        var step = await practice.Bot.ReadAsync(database =>
            database.Incidents.SelectMany(incident => incident.Timeline).SingleAsync(entry => entry.Kind == TimelineKind.Acknowledged)
        );
        Assert.Equal("Dawn Hill", step.By);
    }

    [Fact]
    public async Task A_report_about_a_deputy_goes_the_speak_up_route_and_no_deputy_finds_it()
    {
        await using var practice = await OpenAsync(("Incidents:SpeakUpPerson", Owen));
        await practice.Personal(Owen).SayAsync("hello");
        var deputy = Deputy(practice);
        var reporter = practice.Bot.Chat();
        var review = await reporter.FillAsync((await reporter.SayAsync("report")).Button("Check report"), Practice.ShortForm());
        Assert.Contains("Is this about the practice manager or a deputy?", review.GetRawText(), StringComparison.Ordinal);

        await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true"));
        await practice.DeliveredAsync();

        Assert.Contains("There are no incidents.", (await deputy.SayAsync("all incidents")).Texts);
        Assert.DoesNotContain((await deputy.SayAsync("home")).Buttons, row => row.Contains("open incident", StringComparison.Ordinal));
        Assert.DoesNotContain("SU-", (await deputy.SayAsync("speak up reports")).Card.GetRawText(), StringComparison.Ordinal);
        var list = await practice.Personal(Owen).SayAsync("speak up reports");
        await deputy.ExecuteAsync(list.Button(list.Buttons[0]));
        Assert.Equal(403, deputy.Body.GetProperty("statusCode").GetInt32());
    }

    [Theory]
    [InlineData("Named")]
    [InlineData("Confidential")]
    public async Task A_deputy_works_on_their_own_report_but_somebody_else_closes_it(string appear)
    {
        await using var practice = await OpenAsync();
        var deputy = Deputy(practice);
        await Practice.ReportAsync(deputy, ("appear", appear));
        var card = await deputy.FillAsync((await OpenAsync(deputy, Reference)).Button("Acknowledge"));

        foreach (var form in new[] { "close", "close-at-once" })
        {
            var told = CardReader.Texts(await deputy.FillAsync(Practice.Form(card, form)));
            Assert.Equal(
                "You reported this, so someone else has to close it. Please ask the practice manager. You can still add a note.",
                told[0]
            );
            await deputy.FillAsync(Practice.Step(card, "incident-save", new() { ["form"] = form }), Closing());
            Assert.Equal(403, deputy.Body.GetProperty("statusCode").GetInt32());
        }

        Assert.Equal(IncidentState.Acknowledged, await StateAsync(practice));
        var manager = practice.Personal(Practice.ManagerId);
        var own = await manager.FillAsync((await OpenAsync(manager, Reference)).Button("Close incident"));
        await manager.FillAsync(Practice.Save(own), Closing());
        Assert.Equal(IncidentState.Closed, await StateAsync(practice));
    }

    [Fact]
    public async Task A_deputy_closes_what_others_reported()
    {
        await using var practice = await OpenAsync();
        var deputy = Deputy(practice);
        await Practice.ReportAsync(practice.Bot.Chat());
        var card = await deputy.FillAsync((await OpenAsync(deputy, Reference)).Button("Acknowledge"));

        await deputy.FillAsync(Practice.Save(await deputy.FillAsync(CardReader.Button(card, "Close incident"))), Closing());

        Assert.Equal(IncidentState.Closed, await StateAsync(practice));
    }

    [Fact]
    public async Task A_deputy_changes_everybodys_training_record_but_their_own()
    {
        await using var practice = await OpenAsync();
        var deputy = Deputy(practice);
        await InstalledAsync(deputy);
        await InstalledAsync(new Chat(practice.Bot, "personal") { Name = "Priya Shah" });
        var status = await deputy.SayAsync("training status");

        var own = await deputy.FillAsync(status.Button("Dawn Hill"));
        foreach (var button in new[] { "Send reminder", "Mark as left" })
        {
            var after = await deputy.FillAsync(CardReader.Button(own, button));
            Assert.Contains(TrainingRefusals.AboutYourself.Sentence, after.GetRawText(), StringComparison.Ordinal);
        }

        var form = await deputy.FillAsync(CardReader.Button(own, "Assign training"));
        await deputy.FillAsync(CardReader.Button(form, "Assign training"), new() { ["reason"] = "Extra", ["due"] = "2026-12-20" });
        Assert.Single(
            await practice.Bot.ReadAsync(database => database.TrainingAssignments.Where(row => row.PersonId == DeputyId).ToListAsync())
        );
        Assert.Null(
            (await practice.Bot.ReadAsync(database => database.StaffMembers.SingleAsync(row => row.PersonId == DeputyId))).SetAsideAt
        );

        var other = await deputy.FillAsync(status.Button("Priya Shah"));
        await deputy.FillAsync(CardReader.Button(other, "Mark as left"));
        Assert.NotNull(
            (await practice.Bot.ReadAsync(database => database.StaffMembers.SingleAsync(row => row.Name == "Priya Shah"))).SetAsideAt
        );
        var act = await practice.Bot.ReadAsync(database => database.ManagerActions.SingleAsync(row => row.Action != "use-channel"));
        Assert.Equal((DeputyId, "training.set-aside"), (act.ManagerId, act.Action));
    }

    [Fact]
    public async Task A_deputy_answers_what_others_asked_and_not_their_own_question()
    {
        await using var practice = await OpenAsync();
        var deputy = Deputy(practice);
        await ManagerQuestionTestHost.AskAsync(deputy);
        await practice.DeliveredAsync();
        var question = await WaitingCardAsync(practice);

        var refused = await deputy.FillAsync(CardReader.Button(question, "Send answer"), ManagerQuestionTestHost.Filled("Yes, do."));

        Assert.Contains(ManagerQuestionRefusals.OwnQuestion.Sentence, refused.GetRawText(), StringComparison.Ordinal);
        Assert.Null((await practice.Bot.ReadAsync(database => database.ManagerQuestions.SingleAsync())).Answer);
        var manager = practice.InChannel(Practice.ManagerId);
        await manager.FillAsync(CardReader.Button(question, "Send answer"), ManagerQuestionTestHost.Filled("No, don't."));
        Assert.Equal("No, don't.", (await practice.Bot.ReadAsync(database => database.ManagerQuestions.SingleAsync())).Answer);
    }

    [Fact]
    public async Task Deputies_get_the_practice_managers_messages_only_while_no_practice_manager_can_be_reached()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false, ("Staff:Deputies:0", DeputyId));
        var deputy = Deputy(practice);
        await deputy.SayAsync("hello");

        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();
        Assert.Contains(Reference, Bodies(deputy), StringComparison.Ordinal);

        await practice.Personal(Practice.ManagerId).SayAsync("hello");
        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.DeliveredAsync();
        Assert.DoesNotContain("INC-2026-0002", Bodies(deputy), StringComparison.Ordinal);
        Assert.Contains("INC-2026-0002", Bodies(practice.Personal(Practice.ManagerId)), StringComparison.Ordinal);
        Assert.Contains("INC-2026-0002", (await deputy.SayAsync("incidents")).Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_taken_off_the_list_may_do_nothing_more()
    {
        await using var practice = await Practice.OpenAsync();
        var former = Deputy(practice);
        await Practice.ReportAsync(practice.Bot.Chat());

        Assert.DoesNotContain(Reference, (await former.SayAsync("incidents")).Card.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("That page is for practice managers. Here's what you can look at:", (await former.SayAsync("home")).Texts);
    }

    private static Task<Practice> OpenAsync(params (string Key, string Value)[] settings) =>
        Practice.OpenAsync(settings: [("Staff:Deputies:0", DeputyId.ToUpperInvariant()), .. settings]);

    private static Chat Deputy(Practice practice) =>
        new(practice.Bot, "personal")
        {
            Person = $"29:{DeputyId}",
            Conversation = $"a:{DeputyId}",
            Name = "Dawn Hill",
        };

    private static System.Text.Json.Nodes.JsonObject Closing() =>
        new()
        {
            ["text"] = "Taken down.",
            ["learning"] = "Ask first.",
            ["reason"] = "Test",
        };

    private static async Task<Reply> OpenAsync(Chat chat, string reference)
    {
        await chat.SayAsync("hello");
        var list = await chat.SayAsync("incidents");
        return await chat.ExecuteAsync(list.Button(list.Buttons.Single(title => title.StartsWith(reference, StringComparison.Ordinal))));
    }

    private static async Task InstalledAsync(Chat chat)
    {
        var installed = chat.Activity("installationUpdate");
        installed["action"] = "add";
        await chat.SendAsync(installed);
    }

    private static async Task<JsonElement> WaitingCardAsync(Practice practice)
    {
        await practice.DeliveredAsync();
        return practice
            .Bot.Teams.Requests.Where(request =>
                request.Body.ValueKind == JsonValueKind.Object
                && request.Path == "/v3/conversations"
                && request.Body.GetRawText().Contains("Send answer", StringComparison.Ordinal)
            )
            .Select(Practice.CardOf)
            .Last();
    }

    private static string Bodies(Chat chat) => string.Concat(chat.Sent.Select(request => request.Body.GetRawText()));

    private static Task<IncidentState> StateAsync(Practice practice) =>
        practice.Bot.ReadAsync(database => database.Incidents.Select(incident => incident.State).SingleAsync());
}
