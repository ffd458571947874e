using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using static HartwoodPolicyBot.Tests.Monitoring.MonitoringTestHost;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>Every figure of the report is checked against records that are counted by hand, on both databases.</summary>
public sealed class ReportFiguresTests
{
    public static TheoryData<StorageProvider> Providers => MonitoringTestHost.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Incidents_count_by_kind_state_and_source_with_a_row_for_each(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        await host.IncidentAsync(
            At(11, 2),
            IncidentKind.PatientImage,
            IncidentSource.Complaint,
            IncidentState.Closed,
            learning: "Ask first",
            actions: (0, 2)
        );
        await host.IncidentAsync(
            At(11, 3),
            IncidentKind.PatientImage,
            IncidentSource.LearningEvent,
            IncidentState.ActionsOpen,
            actions: (1, 1)
        );
        await host.IncidentAsync(At(11, 4), IncidentKind.Anonymity, IncidentSource.Staff);

        var incidents = (await host.ReportAsync()).Incidents;

        Assert.Equal((3, 1, 3, 1), (incidents.All, incidents.ActionsOpen, incidents.ActionsDone, incidents.WithLearning));
        Assert.Equal(
            [new("PALS", 0), new("Complaint", 1), new("Significant or learning event", 1), new("Noticed by a member of staff", 1)],
            incidents.BySource
        );
        Assert.Equal(Enum.GetValues<IncidentKind>().Length - 1, incidents.ByKind.Count);
        Assert.Equal(
            [("Image of a patient", 2), ("Anonymous posting", 1)],
            incidents.ByKind.Where(row => row.Count > 0).Select(row => (row.Name, row.Count))
        );
        Assert.Equal(
            [("New", 1), ("Actions outstanding", 1), ("Closed", 1)],
            incidents.ByState.Where(row => row.Count > 0).Select(row => (row.Name, row.Count))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task An_undone_action_of_a_withdrawn_report_is_not_outstanding(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        await host.IncidentAsync(At(11, 2), IncidentKind.Anonymity, IncidentSource.Staff, IncidentState.Withdrawn, actions: (2, 1));
        await host.IncidentAsync(At(11, 3), IncidentKind.Anonymity, IncidentSource.Staff, IncidentState.ActionsOpen, actions: (1, 0));

        var incidents = (await host.ReportAsync()).Incidents;

        Assert.Equal((1, 1), (incidents.ActionsOpen, incidents.ActionsDone));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Days_are_counted_in_London_time_and_reports_about_a_manager_leave_no_trace(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        var june = new ReportPeriod(new(2026, 6, 1), new(2026, 6, 30));
        await host.IncidentAsync(new DateTimeOffset(2026, 5, 31, 22, 59, 59, TimeSpan.Zero));
        await host.IncidentAsync(new DateTimeOffset(2026, 5, 31, 23, 0, 0, TimeSpan.Zero));
        await host.IncidentAsync(new DateTimeOffset(2026, 6, 30, 22, 59, 59, TimeSpan.Zero));
        await host.IncidentAsync(new DateTimeOffset(2026, 6, 30, 23, 0, 0, TimeSpan.Zero));
        await host.IncidentAsync(
            At(6, 15),
            IncidentKind.Boundaries,
            IncidentSource.Pals,
            IncidentState.Closed,
            IncidentRoute.SpeakUp,
            1,
            1,
            1,
            true,
            null,
            "Learned",
            (2, 2)
        );

        var incidents = (await host.ReportAsync(june)).Incidents;

        Assert.Equal(2, incidents.All);
        Assert.Equal(
            (0, 0, 0, 0, 0),
            (
                incidents.Acknowledging.Count,
                incidents.Closing.Count,
                incidents.Breach.All,
                incidents.ActionsOpen + incidents.ActionsDone,
                incidents.WithLearning
            )
        );
        Assert.DoesNotContain(incidents.BySource, row => row is { Name: "PALS", Count: > 0 });
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_practice_with_only_a_report_about_a_manager_shows_nothing_recorded(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        await host.IncidentAsync(At(6, 15), route: IncidentRoute.SpeakUp);

        var (report, refusal) = await host.Reports.ReportAsync(new(new(2026, 6, 1), new(2026, 6, 30)), default);

        Assert.Null(report);
        Assert.Equal("before-anything", refusal!.Code);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Median_and_longest_times_count_only_incidents_that_reached_the_step(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        await host.IncidentAsync(At(11, 2), acknowledgedAfterHours: 1, state: IncidentState.Closed, closedAfterDays: 3);
        await host.IncidentAsync(At(11, 3), acknowledgedAfterHours: 4, state: IncidentState.Closed, closedAfterDays: 5);
        await host.IncidentAsync(At(11, 4), acknowledgedAfterHours: 30, state: IncidentState.Reopened, closedAfterDays: 1);
        await host.IncidentAsync(At(11, 5));

        var incidents = (await host.ReportAsync()).Incidents;

        Assert.Equal(new Durations(3, TimeSpan.FromHours(4), TimeSpan.FromHours(30)), incidents.Acknowledging);
        Assert.Equal(new Durations(2, TimeSpan.FromDays(4), TimeSpan.FromDays(5)), incidents.Closing);
    }

    [Fact]
    public async Task The_time_of_a_single_incident_is_shown_to_practice_managers_only()
    {
        await using var host = await CreateAsync();
        for (var at = 0; at < 6; at++)
        {
            await host.IncidentAsync(At(11, 2));
        }

        await host.IncidentAsync(At(11, 3), state: IncidentState.Closed, acknowledgedAfterHours: 31.5, closedAfterDays: 4.2);
        var report = await host.ReportAsync();

        Assert.DoesNotContain("31.5", Said(Audience.Everybody), StringComparison.Ordinal);
        Assert.DoesNotContain("4.2", Said(Audience.Everybody), StringComparison.Ordinal);
        Assert.Contains("31.5", Said(Audience.Manager), StringComparison.Ordinal);

        string Said(Audience audience) =>
            string.Join(
                " ",
                from table in new ReportTables(report, audience).All()
                from row in table.Rows
                from cell in row
                select cell.Text
            );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_deadline_is_kept_missed_or_still_running(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        await host.IncidentAsync(At(11, 2), breach: true, decidedAfterHours: 72);
        await host.IncidentAsync(At(11, 3), breach: true, decidedAfterHours: 72.1);
        await host.IncidentAsync(At(11, 19), breach: true);
        await host.IncidentAsync(At(11, 22), breach: true);
        await host.IncidentAsync(At(11, 2), source: IncidentSource.Complaint, complaintAcknowledged: At(11, 5, 23));
        await host.IncidentAsync(At(11, 2), source: IncidentSource.Complaint, complaintAcknowledged: At(11, 6, 0));
        await host.IncidentAsync(At(11, 17), source: IncidentSource.Complaint);
        await host.IncidentAsync(At(11, 18), source: IncidentSource.Complaint);

        var incidents = (await host.ReportAsync()).Incidents;

        Assert.Equal(new ClockFigures(1, 2, 1), incidents.Breach);
        Assert.Equal(new ClockFigures(1, 2, 1), incidents.Complaint);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Questions_count_the_same_after_they_were_deleted(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        var october = new ReportPeriod(new(2025, 10, 1), new(2025, 10, 31));
        for (var hour = 0; hour < 24; hour++)
        {
            // The clocks go back on the next day.
            var at = new DateTimeOffset(2025, 10, 25, 12, 0, 0, TimeSpan.Zero).AddHours(hour * 2);
            await host.QuestionAsync(
                at,
                hour % 3 == 0 ? "" : "social-media/scope:0,1 social-media/anonymity:0",
                hour % 4 == 0 ? AnswerFeedback.NotHelpful
                    : hour % 4 == 1 ? AnswerFeedback.Helpful
                    : null
            );
        }

        await host.QuestionAsync(new DateTimeOffset(2025, 10, 31, 23, 59, 59, TimeSpan.Zero), "social-media/gone:0", verdict: 3);
        await host.QuestionAsync(At(11, 20));
        var before = (await host.ReportAsync(october)).Questions;

        var deleted = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => Log().DeleteBeforeAsync(new DateTimeOffset(2025, 10, 26, 6, 30, 0, TimeSpan.Zero), default))
        );
        var between = (await host.ReportAsync(october)).Questions;
        Assert.Equal(25, deleted.Sum() + await Log().DeleteBeforeAsync(At(11, 1), default));
        var after = (await host.ReportAsync(october)).Questions;
        Assert.Equal(
            (25, 16, 1, 8, 6, 6),
            (before.Asked, before.Answered, before.ByManager, before.Refused, before.Helpful, before.NotHelpful)
        );
        Assert.Equal(
            [("Anonymity", 16), ("Scope", 16), ("social-media/gone (no longer in the policy)", 1)],
            before.MostRead.Select(row => (row.Name, row.Count))
        );
        Assert.Equivalent(before, between, strict: true);
        Assert.Equivalent(before, after, strict: true);
        await using var database = host.Database.Open();
        Assert.Equal(1, await database.Questions.CountAsync());
        Assert.DoesNotContain(
            await database.QuestionCounts.ToListAsync(),
            count => count.Section.Contains("can i", StringComparison.Ordinal)
        );

        QuestionLogWriter Log() => new(host.Database.UnitOfWork(new Outbox(host.Time)));
    }
}
