using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Shows people the reports that they made with their name or in confidence, and the steps that they took in other incidents. Anonymous
/// reports can't be linked to a person, so they aren't included. A reporter doesn't see who handled a report or what it says about
/// others.
/// </summary>
public sealed class IncidentData(PrivacyOptions privacy) : IPersonalData
{
    public DataGroup Group => DataGroup.Reports;

    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var reports = await Reports(database, person).AsNoTracking().OrderBy(row => row.ReportedAt).ToListAsync(cancellationToken);
        var steps = await database
            .Incidents.SelectMany(
                incident => incident.Timeline.Where(entry => entry.ById == person.Given || entry.ById == person.Id),
                (incident, entry) =>
                    new
                    {
                        incident.Reference,
                        entry.At,
                        entry.Kind,
                        entry.By,
                        entry.Text,
                    }
            )
            .OrderBy(step => step.At)
            .ToListAsync(cancellationToken);
        var kept =
            $"Kept for {privacy.IncidentYears} years, or {privacy.SeriousIncidentYears} if it was serious. A complaint is kept for "
            + $"{privacy.ComplaintYears} years after it's closed, and an open report until it's closed. "
            + "The NHS Records Management Code requires this.";
        return
        [
            new(
                "Your incident reports",
                "So that the practice can deal with them and keep you informed.",
                kept,
                [.. reports.Select(Record)]
            ),
            new(
                "Your actions on incidents",
                "Each incident has a record of who did what.",
                kept,
                [
                    .. steps.Select(step =>
                        PersonalRecord.Of(
                            ("Report", step.Reference),
                            ("When", PracticeTime.Text(step.At)),
                            ("What", $"You {IncidentWords.Of(step.Kind)}"),
                            ("Your name", step.By),
                            ("Text", step.Text)
                        )
                    ),
                ]
            ),
        ];
    }

    public Task<bool> MustReachAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        Reports(database, person)
            .AnyAsync(row => row.State != IncidentState.Closed && row.State != IncidentState.Withdrawn, cancellationToken);

    private static IQueryable<Incident> Reports(HartwoodDbContext database, DataSubject person) =>
        database.Incidents.Where(row => row.ReporterId == person.Given || row.ReporterId == person.Id);

    private static PersonalRecord Record(Incident row) =>
        PersonalRecord.Of(
            ("Report", row.Reference),
            ("Sent", PracticeTime.Text(row.ReportedAt)),
            ("Reported", row.Appearance == ReporterVisibility.Named ? "in your name" : "in confidence"),
            ("Your name", row.ReporterName),
            ("What happened", row.WhatHappened),
            ("Type", IncidentWords.Of(row.Kind)),
            ("Where", row.Platform),
            ("Whose account", IncidentWords.Of(row.Account)),
            ("Link", row.Link),
            ("Still online", IncidentWords.Of(row.StillVisible)),
            ("Happened on", row.HappenedOn is { } happened ? PracticeTime.Text(happened) : null),
            ("Noticed on", row.NoticedOn is { } noticed ? PracticeTime.Text(noticed) : null),
            ("Patient could be recognised", IncidentWords.Of(row.PatientRecognisable)),
            ("Done so far", row.AlreadyDone),
            ("How it came to light", IncidentWords.Of(row.Source)),
            ("About the practice manager", row.Route == IncidentRoute.SpeakUp ? "Yes" : "No"),
            ("Status", IncidentWords.Of(row.State))
        );
}
