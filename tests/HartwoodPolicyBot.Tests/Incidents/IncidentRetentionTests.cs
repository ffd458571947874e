using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Incidents are deleted after their retention period, with the rows that belong to them.</summary>
public sealed class IncidentRetentionTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_closed_incident_is_deleted_with_its_rows_after_the_time_for_its_severity_and_an_open_one_never(
        StorageProvider provider
    )
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var bot = await BotHost.StartAsync(
            ("Storage:Provider", $"{provider}"),
            ("Storage:ConnectionString", test.ConnectionString)
        );
        var now = bot.Time.GetUtcNow();
        var day = TimeSpan.FromDays(1);
        await using (var database = test.Open())
        {
            database.Incidents.AddRange(
                Incident("gone", now.AddYears(-10) - day),
                Incident("young", now.AddYears(-10) + day),
                Incident("old post found late", now.AddYears(-1), happened: new(2009, 1, 1)),
                Incident("gone: withdrawn", now.AddYears(-10) - day, IncidentState.Withdrawn),
                Incident("high", now.AddYears(-19), grade: (2, 4)),
                Incident("gone: moderate", now.AddYears(-11), grade: (2, 3)),
                Incident("gone: high", now.AddYears(-20) - day, grade: (5, 5)),
                Incident("breach", now.AddYears(-19), breach: BreachDecision.Reported),
                Incident("gone: no breach", now.AddYears(-19), breach: BreachDecision.NotReportable),
                Incident("complaint closed late", now.AddYears(-11), source: IncidentSource.Complaint, closed: now.AddYears(-10) + day),
                Incident("gone: complaint", now.AddYears(-11), source: IncidentSource.Complaint, closed: now.AddYears(-10) - day),
                Incident("passed on as a complaint", now.AddYears(-11), flags: Referral.Complaint | Referral.Hr, closed: now.AddYears(-9))
            );
            foreach (
                var state in Enum.GetValues<IncidentState>().Where(state => state is not (IncidentState.Closed or IncidentState.Withdrawn))
            )
            {
                database.Incidents.Add(Incident($"open: {state}", now.AddYears(-40), state));
            }

            await database.SaveChangesAsync();
            foreach (var incident in await database.Incidents.ToListAsync())
            {
                database.Deliveries.Add(CardOf(incident, now));
            }

            await database.SaveChangesAsync();
        }

        await bot.Services.GetRequiredService<Retention>().RunDueAsync(default);

        await using var left = test.Open();
        var kept = await left.Incidents.OrderBy(incident => incident.Reference).Select(incident => incident.Reference).ToListAsync();
        Assert.Equal(
            [
                "breach",
                "complaint closed late",
                "high",
                "old post found late",
                "open: Acknowledged",
                "open: ActionsOpen",
                "open: New",
                "open: Reopened",
                "open: UnderReview",
                "passed on as a complaint",
                "young",
            ],
            kept.Order(StringComparer.Ordinal)
        );
        Assert.Equal(kept.Count, await left.Set<TimelineEntry>().CountAsync(entry => entry.Kind == TimelineKind.Reported));
        Assert.Equal(kept.Count, await left.Set<IncidentAction>().CountAsync());
        Assert.Equal(
            kept.Order(StringComparer.Ordinal),
            (await left.Deliveries.Select(row => row.Key).ToListAsync()).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Returns the sent delivery of an incident's card in the channel.</summary>
    private static PlannedDelivery CardOf(Incident incident, DateTimeOffset now) =>
        new()
        {
            Id = Guid.NewGuid(),
            Key = incident.Reference,
            Kind = IncidentDeliveryKinds.Card,
            Subject = incident.Id,
            Place = Recipient.IncidentsChannel,
            CreatedAt = incident.ReportedAt,
            DueAt = now,
            State = DeliveryState.Sent,
        };

    private static Incident Incident(
        string name,
        DateTimeOffset reported,
        IncidentState state = IncidentState.Closed,
        (int Consequence, int Likelihood)? grade = null,
        BreachDecision? breach = null,
        IncidentSource source = IncidentSource.Staff,
        Referral flags = Referral.None,
        DateTimeOffset? closed = null,
        DateOnly? happened = null
    ) =>
        new()
        {
            Id = Guid.NewGuid(),
            FormId = Guid.NewGuid(),
            Reference = name,
            State = state,
            Route = IncidentRoute.Managers,
            ReportedAt = reported,
            WhatHappened = "x",
            Kind = IncidentKind.Other,
            Source = source,
            Appearance = ReporterVisibility.Anonymous,
            HappenedOn = happened,
            Consequence = grade?.Consequence,
            Likelihood = grade?.Likelihood,
            BreachDecision = breach,
            Flags = flags,
            Timeline =
            [
                new()
                {
                    Number = 1,
                    At = reported,
                    By = "x",
                    Kind = TimelineKind.Reported,
                },
                .. state is IncidentState.Closed or IncidentState.Withdrawn
                    ? (TimelineEntry[])
                        [
                            new()
                            {
                                Number = 2,
                                At = closed ?? reported,
                                By = "x",
                                Kind = state == IncidentState.Closed ? TimelineKind.Closed : TimelineKind.Withdrawn,
                            },
                        ]
                    : [],
            ],
            Actions = [new() { Number = 1, Text = "x" }],
        };
}
