using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>Writes a practice's records straight into a database, and counts them. It is Monday 23 November 2026.</summary>
internal sealed class MonitoringTestHost : IAsyncDisposable
{
    private readonly StorageProvider provider;
    private int number;

    private MonitoringTestHost(TestDatabase database, StorageProvider provider)
    {
        (Database, this.provider) = (database, provider);
        Library = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Content", "Policies"));
        Reports = new(database, Library, Time);
    }

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    public static ReportPeriod November { get; } = new(new(2026, 11, 1), new(2026, 11, 30));

    public TestDatabase Database { get; }

    public FakeTime Time { get; } = new();

    public PolicyLibrary Library { get; }

    public MonitoringReports Reports { get; }

    public static async Task<MonitoringTestHost> CreateAsync(StorageProvider provider = StorageProvider.Sqlite) =>
        new(await TestDatabase.CreateAsync(provider), provider);

    public static DateTimeOffset At(int month, int day, int hour = 12, int year = 2026) =>
        PracticeTime.At(new(year, month, day), new(hour, 0));

    /// <summary>Creates the part of another instance that posts the monthly report, with its own gate.</summary>
    public MonthlyPost Poster()
    {
        var outbox = new Outbox(Time);
        return new(Database.UnitOfWork(outbox), outbox, Time);
    }

    public async Task<MonitoringReport> ReportAsync(ReportPeriod? period = null)
    {
        var (report, refusal) = await Reports.ReportAsync(period ?? November, default);
        Assert.Null(refusal);
        return report!;
    }

    public async Task<Incident> IncidentAsync(
        DateTimeOffset reported,
        IncidentKind kind = IncidentKind.Other,
        IncidentSource source = IncidentSource.Staff,
        IncidentState state = IncidentState.New,
        IncidentRoute route = IncidentRoute.Managers,
        double? acknowledgedAfterHours = null,
        double? closedAfterDays = null,
        double? decidedAfterHours = null,
        bool breach = false,
        DateTimeOffset? complaintAcknowledged = null,
        string? learning = null,
        (int Open, int Done) actions = default,
        ReporterVisibility appearance = ReporterVisibility.Named,
        string what = "What happened"
    )
    {
        var id = Guid.CreateVersion7();
        var incident = new Incident
        {
            Id = id,
            FormId = Guid.NewGuid(),
            Reference = $"INC-2026-{++number:0000}",
            State = state,
            Route = route,
            ReportedAt = reported,
            WhatHappened = what,
            Kind = kind,
            Account = AccountOwner.NotKnown,
            StillVisible = YesNoUnsure.No,
            PatientRecognisable = breach ? YesNoUnsure.Yes : YesNoUnsure.No,
            Source = source,
            Appearance = appearance,
            ReporterId = appearance == ReporterVisibility.Anonymous ? null : "priya-id",
            ReporterName = appearance == ReporterVisibility.Named ? "Priya Shah" : null,
            BreachClockFrom = breach ? reported : null,
            BreachDecision = decidedAfterHours is null ? null : BreachDecision.NotReportable,
            ComplaintDue = source == IncidentSource.Complaint ? WorkingDays.After(PracticeTime.DateOf(reported), 3) : null,
            ComplaintAcknowledgedAt = complaintAcknowledged,
            Learning = learning,
            Outcome = learning is null ? null : "Dealt with",
        };
        Add(incident, TimelineKind.Reported, reported, appearance == ReporterVisibility.Named ? "Priya Shah" : "The reporter");
        foreach (
            var (kindOfStep, after) in new[]
            {
                (TimelineKind.Acknowledged, acknowledgedAfterHours),
                (TimelineKind.Decided, decidedAfterHours),
                (TimelineKind.Closed, closedAfterDays * 24),
            }
        )
        {
            if (after is { } hours)
            {
                Add(incident, kindOfStep, reported.AddHours(hours), "Margaret Ellis");
            }
        }

        for (var at = 1; at <= actions.Open + actions.Done; at++)
        {
            incident.Actions.Add(
                new()
                {
                    IncidentId = id,
                    Number = at,
                    Text = $"Action {at}",
                    DoneAt = at > actions.Open ? reported.AddDays(1) : null,
                }
            );
        }

        await using var database = Database.Open();
        database.Incidents.Add(incident);
        await database.SaveChangesAsync();
        return incident;
    }

    public async Task QuestionAsync(
        DateTimeOffset asked,
        string sections = "social-media/scope:0",
        AnswerFeedback? feedback = null,
        int verdict = 0,
        string text = "can i"
    )
    {
        await using var database = Database.Open();
        database.Questions.Add(
            new()
            {
                Id = Guid.CreateVersion7(),
                AskedAt = asked,
                Text = text,
                Verdict =
                    verdict == 0
                        ? sections.Length > 0
                            ? AnswerVerdict.Answered
                            : AnswerVerdict.NotCovered
                        : (AnswerVerdict)verdict,
                Sections = sections,
                PolicyVersion = "not stated (0123456789ab)",
                Feedback = feedback,
            }
        );
        await database.SaveChangesAsync();
    }

    /// <summary>Adds a member of staff with training that is due on a day.</summary>
    public async Task StaffAsync(
        string name,
        DateOnly? due,
        AssignmentKind kind = AssignmentKind.Induction,
        bool aside = false,
        params (DateTimeOffset At, AttemptState State)[] rounds
    )
    {
        var id = name.ToLowerInvariant();
        await using var database = Database.Open();
        database.StaffMembers.Add(
            new()
            {
                PersonId = id,
                Name = name,
                NotedAt = At(11, 2),
                SetAsideAt = aside ? At(11, 3) : null,
            }
        );
        if (due is { } day)
        {
            database.TrainingAssignments.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    Key = id,
                    PersonId = id,
                    Kind = kind,
                    AssignedOn = kind == AssignmentKind.Refresher ? PracticeTime.DateOf(rounds[^1].At) : day.AddDays(-14),
                    DueOn = day,
                }
            );
        }

        foreach (var (round, at) in rounds.Select((round, at) => (round, at)))
        {
            database.TrainingAttempts.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    PersonId = id,
                    PersonName = name,
                    Number = at + 1,
                    PolicyVersion = "not stated (0123456789ab)",
                    PolicyName = "Social media policy",
                    PassPercent = 80,
                    Plan = "t01.01 t02.01",
                    StartedAt = round.At,
                    FinishedAt = round.At,
                    State = round.State,
                    Right = round.State == AttemptState.Passed ? 2 : 0,
                }
            );
        }

        await database.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
    }

    private static void Add(Incident incident, TimelineKind kind, DateTimeOffset at, string by)
    {
        incident.Version++;
        incident.Timeline.Add(
            new()
            {
                IncidentId = incident.Id,
                Number = incident.Version,
                At = at,
                By = by,
                Kind = kind,
                From = IncidentState.New,
                To = incident.State,
            }
        );
    }
}
