using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using static HartwoodPolicyBot.Tests.Incidents.IncidentTestHost;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>When each step on an incident is refused, with what reason, and what a refused step leaves as it was.</summary>
public sealed class IncidentStepRefusalTests
{
    [Fact]
    public async Task No_step_but_a_note_and_reopening_is_allowed_on_a_closed_incident()
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync(Report(appearance: ReporterVisibility.Confidential));
        var (by, own) = (By(Manager, incident), Own(incident));
        await host.Handling.CloseAtOnceAsync(by, NoWorkReason.Test, "", default);

        IncidentResult[] refused =
        [
            await host.Handling.AcknowledgeAsync(by, default),
            await host.Handling.TakeOnAsync(by, default),
            await host.Handling.GradeAsync(by, RiskGrade.Of(1, 1), default),
            await host.Handling.PassOnAsync(by, Referral.DataProtection, "The data protection officer knows.", default),
            await host.Handling.ChangeActionsAsync(by, new("Put up a sign"), [], default),
            await host.Handling.AddAsync(own, null, "more", default),
            await host.Handling.WithdrawAsync(own, null, default),
        ];

        Assert.All(refused, result => Assert.Equal(IncidentRefusals.Closed, result.Refusal));
        Assert.Equal("text-missing", (await host.Handling.ReopenAsync(by, " ", default)).Refusal!.Code);
        Assert.Null((await host.Handling.NoteAsync(by, "Seen again.", default)).Refusal);
        Assert.Null((await host.Handling.ReopenAsync(by, "It is back.", default)).Refusal);
        var now = await FindAsync(host, incident);
        Assert.Equal((IncidentState.Reopened, Referral.None, 4), (now.State, now.Flags, now.Version));
        Assert.Empty(now.Actions);
    }

    [Fact]
    public async Task A_text_may_be_as_long_as_the_record_keeps_and_not_one_character_longer()
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync();
        var by = By(Manager, incident);
        var longest = string.Concat(Enumerable.Repeat("ab ", TimelineEntry.LongestText))[..(TimelineEntry.LongestText - 1)] + "c";

        Assert.Equal("text-too-long", (await host.Handling.NoteAsync(by, longest + "d", default)).Refusal!.Code);
        Assert.Null((await host.Handling.NoteAsync(by, longest, default)).Refusal);

        Assert.Equal(longest, (await FindAsync(host, incident)).Timeline[^1].Text);
    }

    [Theory]
    [InlineData("", "", "", "text-missing")]
    [InlineData("", "Tom", "", "text-missing")]
    [InlineData("", "", "2026-12-24", "text-missing")]
    [InlineData("Put up a sign", "Tom", "2026-11-22", "action-day")]
    [InlineData("Put up a sign", "Tom", "soon", "action-day")]
    [InlineData("Put up a sign", "Tom", "2026-11-23", null)]
    [InlineData("Put up a sign", "", "", null)]
    public async Task An_action_needs_words_and_a_day_that_has_not_passed(string text, string owner, string due, string? refusal)
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync();
        var by = By(Manager, incident);
        Assert.Equal("2026-11-23", $"{PracticeTime.Today(host.Time):yyyy-MM-dd}");
        Assert.Equal("not-now", (await host.Handling.ChangeActionsAsync(by, new("Too early"), [], default)).Refusal!.Code);
        await host.Handling.AcknowledgeAsync(by, default);

        var result = await host.Handling.ChangeActionsAsync(by, new(text, owner, due), [], default);

        Assert.Equal(refusal, result.Refusal?.Code);
        Assert.Equal(refusal is null ? 1 : 0, (await FindAsync(host, incident)).Actions.Count);
    }

    [Fact]
    public async Task The_name_of_who_does_an_action_has_a_limit()
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync();
        var by = By(Manager, incident);
        await host.Handling.AcknowledgeAsync(by, default);
        var longest = new string('x', Incident.LongestLine);

        var tooLong = await host.Handling.ChangeActionsAsync(by, new("Put up a sign", longest + "x"), [], default);
        var fits = await host.Handling.ChangeActionsAsync(by, new("Put up a sign", longest), [], default);

        Assert.Equal("text-too-long", tooLong.Refusal?.Code);
        Assert.Null(fits.Refusal);
        Assert.Equal(longest, Assert.Single((await FindAsync(host, incident)).Actions).Owner);
    }

    [Fact]
    public async Task The_timeline_says_which_actions_were_added_and_completed_and_the_incident_is_open_until_the_last_is_done()
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync();
        var by = By(Manager, incident);
        await host.Handling.AcknowledgeAsync(by, default);
        await host.Handling.ChangeActionsAsync(by, new("Put up a sign", "Tom"), [], default);
        await host.Handling.ChangeActionsAsync(by, new("Talk to the team"), [1], default);
        var halfDone = await FindAsync(host, incident);

        var again = await host.Handling.ChangeActionsAsync(by, new(""), [1, 7], default);
        await host.Handling.ChangeActionsAsync(by, new(""), [1, 2], default);

        Assert.Equal("text-missing", again.Refusal?.Code);
        Assert.Equal(IncidentState.ActionsOpen, halfDone.State);
        Assert.Equal(("Tom", null), (halfDone.Actions[0].Owner, halfDone.Actions[1].Owner));
        Assert.StartsWith("Completed: Put up a sign; Added: Talk to the team", halfDone.Timeline[^1].Text, StringComparison.Ordinal);
        var done = await FindAsync(host, incident);
        Assert.Equal((IncidentState.UnderReview, "Completed: Talk to the team"), (done.State, done.Timeline[^1].Text));
    }

    [Fact]
    public async Task Who_already_deals_with_an_incident_is_told_since_when()
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync();
        await host.Handling.TakeOnAsync(By(Manager, incident), default);
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Handling.TakeOnAsync(By(Second, incident, seen: 2), default);
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Handling.NoteAsync(By(Second, incident), "Looking at it.", default);

        var again = await host.Handling.TakeOnAsync(By(Second, incident, seen: 4), default);

        var taken = (await FindAsync(host, incident)).Timeline[2];
        Assert.Equal(TimelineKind.TakenOn, taken.Kind);
        Assert.Equal(IncidentRefusals.AlreadyYours(PracticeTime.Text(taken.At)), again.Refusal);
    }

    [Fact]
    public async Task Who_else_needs_to_know_is_not_changed_from_an_old_card()
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync();
        await host.Handling.PassOnAsync(
            By(Manager, incident, seen: 1),
            Referral.DataProtection,
            "The data protection officer knows.",
            default
        );

        var second = await host.Handling.PassOnAsync(By(Second, incident, seen: 1), Referral.None, "Nobody.", default);

        Assert.Contains("updated who else needs to know", second.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(Referral.DataProtection, (await FindAsync(host, incident)).Flags);
    }

    [Theory]
    [InlineData(BreachDecision.Reported, "Reported to the ICO: A name was in it.")]
    [InlineData(BreachDecision.NotReportable, "Not reportable: A name was in it.")]
    public async Task A_data_breach_is_decided_once_with_a_reason(BreachDecision decision, string said)
    {
        await using var host = await CreateAsync();
        var harmless = await host.PostedAsync(Report(patient: YesNoUnsure.No));
        var breach = await host.PostedAsync(Report(patient: YesNoUnsure.Yes));
        var by = By(Manager, breach);

        Assert.Equal(
            IncidentRefusals.NothingToDecide,
            (await host.Handling.DecideAsync(By(Manager, harmless), decision, "A name was in it.", default)).Refusal
        );
        Assert.Equal("no-choice", (await host.Handling.DecideAsync(by, null, "A name was in it.", default)).Refusal?.Code);
        Assert.Null((await host.Handling.DecideAsync(by, decision, "A name was in it.", default)).Refusal);
        var second = await host.Handling.DecideAsync(By(Second, breach), decision, "It was.", default);

        Assert.Contains("recorded the data breach decision", second.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(said, (await FindAsync(host, breach)).Timeline[^1].Text);
    }

    [Fact]
    public async Task A_complaint_is_acknowledged_once_and_what_is_no_complaint_never()
    {
        await using var host = await CreateAsync();
        var other = await host.PostedAsync();
        var complaint = await host.PostedAsync(Report(source: IncidentSource.Complaint));

        Assert.Equal(
            IncidentRefusals.NothingToDecide,
            (await host.Handling.AcknowledgeComplaintAsync(By(Manager, other), default)).Refusal
        );
        Assert.Equal(
            IncidentRefusals.ComplaintNotTicked,
            (await host.Handling.DecideAsync(By(Manager, complaint), BreachDecision.Reported, "x", default)).Refusal
        );
        Assert.Equal("open-deadline", (await CloseAfterAcknowledgingAsync(host, complaint)).Refusal?.Code);
        Assert.Null((await host.Handling.AcknowledgeComplaintAsync(By(Manager, complaint), default)).Refusal);
        var second = await host.Handling.AcknowledgeComplaintAsync(By(Second, complaint), default);

        Assert.Contains("recorded that the complaint was acknowledged", second.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(host.Time.GetUtcNow(), (await FindAsync(host, complaint)).ComplaintAcknowledgedAt);
    }

    [Fact]
    public async Task The_same_press_that_Teams_sends_again_is_written_once()
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync();
        var press = By(Manager, incident) with { Press = "form-1" };

        await host.Handling.NoteAsync(press, "Rang the reporter.", default);
        await host.Handling.NoteAsync(press, "Rang the reporter.", default);
        await host.Handling.NoteAsync(press with { Press = "form-2" }, "Rang the reporter.", default);

        Assert.Equal(3, (await FindAsync(host, incident)).Version);
    }

    private static async Task<IncidentResult> CloseAfterAcknowledgingAsync(IncidentTestHost host, Incident incident)
    {
        await host.Handling.AcknowledgeAsync(By(Manager, incident), default);
        return await host.Handling.CloseAsync(By(Manager, incident), "Done.", "Nothing.", default);
    }

    private static IncidentRequest Own(Incident incident) => new(new(incident.Id), 1, Priya.PersonId, Priya.Name, Priya.ConversationId!);

    private static async Task<Incident> FindAsync(IncidentTestHost host, Incident incident) =>
        (await host.Store.FindAsync(new(incident.Id), default))!;
}
