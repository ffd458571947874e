using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using static HartwoodPolicyBot.Tests.Incidents.IncidentTestHost;

namespace HartwoodPolicyBot.Tests.Incidents;

public sealed class IncidentStepTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task From_new_to_closed_each_step_adds_one_line_and_the_reporter_hears_that_it_was_seen_and_closed(
        StorageProvider provider
    )
    {
        await using var host = await CreateAsync(provider);
        var incident = await host.PostedAsync();

        Assert.Null((await host.Handling.AcknowledgeAsync(By(Manager, incident), default)).Refusal);
        Assert.Null((await host.Handling.TakeOnAsync(By(Manager, incident), default)).Refusal);
        Assert.Null((await host.Handling.GradeAsync(By(Manager, incident), RiskGrade.Of(3, 4), default)).Refusal);
        Assert.Null((await host.Handling.ChangeActionsAsync(By(Manager, incident), new("Take the photo down"), [], default)).Refusal);
        Assert.Null((await host.Handling.ChangeActionsAsync(By(Manager, incident), new(""), [1], default)).Refusal);
        var closed = await host.Handling.CloseAsync(By(Manager, incident), "Taken down.", "Check the background.", default);

        Assert.Null(closed.Refusal);
        var now = await host.Store.FindAsync(new(incident.Id), default);
        Assert.Equal((IncidentState.Closed, 7, "INC-2026-0001"), (now!.State, now.Version, now.Reference));
        Assert.Equal(
            [
                TimelineKind.Reported,
                TimelineKind.Acknowledged,
                TimelineKind.TakenOn,
                TimelineKind.Graded,
                TimelineKind.ActionsChanged,
                TimelineKind.ActionsChanged,
                TimelineKind.Closed,
            ],
            now.Timeline.Select(entry => entry.Kind)
        );
        Assert.Equal("12, high (moderate × likely)", now.Timeline[3].Text);
        Assert.Equal((IncidentState.ActionsOpen, IncidentState.UnderReview), (now.Timeline[4].To, now.Timeline[5].To));
        await using var database = host.Database.Open();
        Assert.Equal(2, await database.Deliveries.CountAsync(row => row.Kind == IncidentDeliveryKinds.Told));
        var card = await database.Deliveries.SingleAsync(row => row.Kind == IncidentDeliveryKinds.Card);
        Assert.Equal((7, 1, DeliveryState.Waiting), (card.Wanted, card.Shown, card.State));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task When_two_people_acknowledge_at_once_the_second_is_told_who_was_first(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        var incident = await host.PostedAsync();

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(number => host.Handling.AcknowledgeAsync(By(number % 2 == 0 ? Manager : Second, incident), default))
        );

        Assert.Single(results, result => result.Refusal is null);
        Assert.All(results.Where(result => result.Refusal is not null), result => Assert.Equal("was-first", result.Refusal!.Code));
        Assert.All(results, result => Assert.Equal(IncidentState.Acknowledged, result.Incident!.State));
        Assert.Equal(2, (await host.Store.FindAsync(new(incident.Id), default))!.Timeline.Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_report_can_be_taken_over_only_by_somebody_who_has_seen_who_handles_it(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        var incident = await host.PostedAsync();
        await host.Handling.TakeOnAsync(By(Manager, incident), default);

        var sameCard = await host.Handling.TakeOnAsync(By(Second, incident, seen: 1), default);
        Assert.Contains($"Name of {Manager} has just ", sameCard.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal("was-first", (await host.Handling.TakeOnAsync(By(Manager, incident, seen: 2), default)).Refusal!.Code);
        await host.Handling.ChangeActionsAsync(By(Manager, incident), new("Take the photo down"), [], default);
        var taken = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => host.Handling.TakeOnAsync(By(Second, incident, seen: 3), default))
        );

        Assert.Single(taken, result => result.Refusal is null);
        var now = await host.Store.FindAsync(new(incident.Id), default);
        Assert.Equal((Second, $"Name of {Second}", IncidentState.ActionsOpen, 4), (now!.OwnerId, now.OwnerName, now.State, now.Version));
        Assert.Equal((TimelineKind.TakenOn, Second), (now.Timeline[^1].Kind, now.Timeline[^1].ById));
        await using var database = host.Database.Open();
        Assert.Equal(
            [IncidentDeliveryKinds.ToldKey(new(incident.Id), 2)],
            await database.Deliveries.Where(row => row.Kind == IncidentDeliveryKinds.Told).Select(row => row.Key).ToListAsync()
        );
    }

    [Fact]
    public async Task Notes_written_at_the_same_moment_are_all_kept()
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync();

        await Task.WhenAll(
            Enumerable.Range(0, 10).Select(number => host.Handling.NoteAsync(By(Manager, incident), $"note {number}", default))
        );

        var now = await host.Store.FindAsync(new(incident.Id), default);
        Assert.Equal(11, now!.Version);
        Assert.Equal(Enumerable.Range(1, 11), now.Timeline.Select(entry => entry.Number));
    }

    [Fact]
    public async Task A_grade_on_an_old_card_does_not_overwrite_a_newer_one()
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync();
        await host.Handling.GradeAsync(By(Manager, incident, seen: 1), RiskGrade.Of(5, 5), default);

        var second = await host.Handling.GradeAsync(By(Second, incident, seen: 1), RiskGrade.Of(1, 1), default);

        Assert.Contains($"Name of {Manager} has just ", second.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(25, (await host.Store.FindAsync(new(incident.Id), default))!.Grade!.Score);
        Assert.Null((await host.Handling.GradeAsync(By(Second, incident, seen: 2), RiskGrade.Of(1, 1), default)).Refusal);
    }

    [Fact]
    public async Task A_step_that_does_not_fit_is_refused_changes_nothing_and_is_in_the_audit()
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync(Report(patient: YesNoUnsure.Unsure));
        var request = By(Manager, incident);

        Assert.Equal("not-acknowledged", (await host.Handling.CloseAsync(request, "a", "b", default)).Refusal!.Code);
        Assert.Equal("not-closed", (await host.Handling.ReopenAsync(request, "a", default)).Refusal!.Code);
        await host.Handling.AcknowledgeAsync(request, default);
        Assert.Equal("open-deadline", (await host.Handling.CloseAsync(request, "a", "b", default)).Refusal!.Code);
        Assert.Equal("text-missing", (await host.Handling.DecideAsync(request, BreachDecision.NotReportable, " ", default)).Refusal!.Code);
        await host.Handling.DecideAsync(request, BreachDecision.NotReportable, "No patient in it.", default);
        Assert.Equal("text-missing", (await host.Handling.CloseAsync(request, "Done.", "", default)).Refusal!.Code);
        Assert.Equal("text-too-long", (await host.Handling.NoteAsync(request, new string('x', 10_000), default)).Refusal!.Code);
        Assert.Equal(
            "unknown",
            (await host.Handling.NoteAsync(request with { Incident = new(Guid.NewGuid()) }, "a", default)).Refusal!.Code
        );
        Assert.Equal(
            "not-allowed",
            (await host.Handling.NoteAsync(request with { PersonId = PersonId.Of("priya") }, "a", default)).Refusal!.Code
        );
        Assert.Equal(
            "wrong-place",
            (await host.Handling.NoteAsync(request with { ConversationId = "a:copy" }, "a", default)).Refusal!.Code
        );

        Assert.Equal(3, (await host.Store.FindAsync(new(incident.Id), default))!.Version);
        await using var database = host.Database.Open();
        Assert.Equal(9, await database.RefusedAttempts.CountAsync());
    }

    [Fact]
    public async Task Only_the_reporter_can_add_to_a_report_or_withdraw_it()
    {
        await using var host = await CreateAsync();
        var incident = await host.PostedAsync(Report(appearance: ReporterVisibility.Confidential));
        var own = new IncidentRequest(new(incident.Id), 1, Priya.PersonId, Priya.Name, Priya.ConversationId!);

        Assert.Equal(
            "not-yours",
            (await host.Handling.AddAsync(own with { PersonId = PersonId.Of("owen") }, null, "more", default)).Refusal!.Code
        );
        Assert.Null((await host.Handling.AddAsync(own, null, "There are two more photos.", default)).Refusal);
        Assert.Null((await host.Handling.WithdrawAsync(own, null, default)).Refusal);

        var now = await host.Store.FindAsync(new(incident.Id), default);
        Assert.Equal(IncidentState.Withdrawn, now!.State);
        Assert.All(now.Timeline, entry => Assert.Equal(("The reporter", null), (entry.By, entry.ById)));
    }

    [Fact]
    public async Task An_anonymous_report_stores_no_person_and_is_followed_up_by_its_code()
    {
        await using var host = await CreateAsync();
        var form = Guid.NewGuid();
        var stored = await host.Store.ReportAsync(Report(appearance: ReporterVisibility.Anonymous), Priya, form, default);
        var code = host.Store.CodeOf(stored.Incident!, form)!;

        var found = await host.Store.OfCodeAsync(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), default);

        Assert.Null(found!.ReporterId);
        Assert.Null(found.ReporterName);
        Assert.Null(await host.Store.OfCodeAsync("AAAA-BBBB-CCCC", default));
        Assert.Equal(
            "not-yours",
            (await host.Handling.AddAsync(new(new(found.Id), 1, Priya.PersonId, "", ""), "AAAA-BBBB-CCCC", "more", default)).Refusal!.Code
        );
        Assert.Null((await host.Handling.AddAsync(new(new(found.Id), 1, Priya.PersonId, "", ""), code, "more", default)).Refusal);
        await using var database = host.Database.Open();
        Assert.Empty(await database.StaffContacts.ToListAsync());
        Assert.DoesNotContain(await database.Set<TimelineEntry>().ToListAsync(), entry => entry.ById is not null);
    }
}
