using System.Runtime.CompilerServices;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>
/// Reads the incidents for the evidence pack in batches, because a large group of practices has more than memory should
/// hold.
/// </summary>
public sealed class EvidenceIncidents(IDbContextFactory<HartwoodDbContext> databases, MonitoringLists lists)
{
    /// <summary>The title of the table of incidents. The document has a list in its place.</summary>
    public const string Incidents = "Incidents";

    /// <summary>The title of the table of actions; in the document they are under their incident.</summary>
    public const string Actions = "Actions";

    private const int AtATime = 200;

    /// <summary>Returns the incidents of the period as tables.</summary>
    internal IReadOnlyList<EvidenceTable> Tables(ReportPeriod period) =>
        [
            new(Incidents, MonitoringLists.IncidentHeadings, cancel => lists.IncidentsAsync(period, cancel)),
            new(Actions, ["Reference", "Action", "Completed"], cancel => ActionsAsync(period, cancel), "Blank = not done."),
        ];

    /// <summary>Returns every step of every incident, for the Excel file.</summary>
    public EvidenceTable Timeline(ReportPeriod period) =>
        new("Timeline", ["Reference", "When", "Who", "What", "Details"], cancel => LinesAsync(period, cancel));

    public async IAsyncEnumerable<EvidenceIncident> ReadAsync(
        ReportPeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var ids = await CountIncidents
            .Of(database, period)
            .OrderBy(incident => incident.ReportedAt)
            .ThenBy(incident => incident.Reference)
            .Select(incident => incident.Id)
            .ToListAsync(cancellationToken);
        foreach (var some in ids.Chunk(AtATime))
        {
            var read = await IncidentStore
                .Whole(database)
                .AsNoTracking()
                .AsSplitQuery()
                .Where(incident => some.Contains(incident.Id))
                .ToDictionaryAsync(incident => incident.Id, cancellationToken);
            foreach (var incident in some.Where(read.ContainsKey).Select(id => read[id]))
            {
                yield return Of(incident);
            }
        }
    }

    /// <summary>Returns when somebody did something. Only the day is kept of what an anonymous reporter did, so no time is shown.</summary>
    internal static ReportCell WhenReported(DateTimeOffset at, bool isAnonymous) =>
        isAnonymous ? ReportCell.Of((DateOnly?)PracticeTime.DateOf(at)) : ReportCell.Of((DateTimeOffset?)at);

    private static EvidenceIncident Of(Incident incident) =>
        new(
            incident.Reference,
            WhenReported(incident.ReportedAt, incident.IsAnonymous),
            [
                .. new (string Name, string? Value)[]
                {
                    ("Kind", IncidentWords.Of(incident.Kind)),
                    ("Source", IncidentWords.Of(incident.Source)),
                    ("State", IncidentWords.Of(incident.State)),
                    ("Where", incident.Platform),
                    ("Account", IncidentWords.Of(incident.Account)),
                    ("Happened on", incident.HappenedOn is { } day ? PracticeTime.Text(day) : null),
                    ("Noticed on", incident.NoticedOn is { } noticed ? PracticeTime.Text(noticed) : null),
                    ("Patient could be recognised", IncidentWords.Of(incident.PatientRecognisable)),
                    ("What happened", incident.WhatHappened),
                    ("Immediate action", incident.AlreadyDone),
                    ("Risk rating", incident.Grade is { } grade ? $"{grade}" : null),
                    (
                        "Referred to",
                        incident.Flags == Referral.None
                            ? null
                            : string.Join(", ", IncidentWords.In(incident.Flags).Select(IncidentWords.Of))
                    ),
                    (
                        "Data breach",
                        incident.BreachDecision is { } decision ? $"{IncidentWords.Of(decision)}: {incident.BreachReason}"
                        : incident.BreachDue is { } due ? $"decision due by {PracticeTime.Deadline(due)}"
                        : null
                    ),
                    (
                        "Complaint",
                        incident.ComplaintAcknowledgedAt is { } at ? $"acknowledged on {PracticeTime.Text(at)}"
                        : incident.ComplaintDue is { } by ? $"acknowledge by {PracticeTime.Text(by)}"
                        : null
                    ),
                    ("Outcome", incident.Outcome),
                    ("Learning", incident.Learning),
                }
                    .Where(fact => !string.IsNullOrEmpty(fact.Value))
                    .Select(fact => (fact.Name, fact.Value!)),
            ],
            [.. incident.Actions.Select(action => (IncidentWords.Of(action), action.DoneAt))],
            [
                .. incident.Timeline.Select(entry =>
                    (
                        WhenReported(entry.At, incident.IsAnonymous && entry.IsOfReporter),
                        // The reporter's name is left out, even if they gave it.
                        entry.IsOfReporter
                            ? Actor.Reporter.Name
                            : entry.By,
                        IncidentWords.Of(entry.Kind),
                        entry.Text
                    )
                ),
            ]
        )
        {
            IsOver = incident.IsOver,
        };

    private async IAsyncEnumerable<IReadOnlyList<ReportCell>> ActionsAsync(
        ReportPeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var incident in ReadAsync(period, cancellationToken))
        {
            foreach (var (text, doneAt) in incident.Actions)
            {
                yield return [ReportCell.Of(incident.Reference), ReportCell.Of(text), ReportCell.Of(doneAt)];
            }
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<ReportCell>> LinesAsync(
        ReportPeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var incident in ReadAsync(period, cancellationToken))
        {
            foreach (var (at, by, what, text) in incident.Timeline)
            {
                yield return [ReportCell.Of(incident.Reference), at, ReportCell.Of(by), ReportCell.Of(what), ReportCell.Of(text)];
            }
        }
    }
}
