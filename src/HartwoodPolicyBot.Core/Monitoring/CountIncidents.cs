using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Counts incidents in the database, with a few queries however many incidents there are.</summary>
internal static class CountIncidents
{
    public static async Task<IncidentFigures> ReadAsync(
        HartwoodDbContext database,
        ReportPeriod period,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var incidents = Of(database, period);
        var groups = await incidents
            .GroupBy(incident => new
            {
                incident.Kind,
                incident.State,
                incident.Source,
                HasLearning = incident.Learning != null,
            })
            .Select(group => new
            {
                group.Key.Kind,
                group.Key.State,
                group.Key.Source,
                group.Key.HasLearning,
                Count = group.Count(),
            })
            .ToListAsync(cancellationToken);
        var actions = await incidents
            .SelectMany(incident => incident.Actions, (incident, action) => new { incident.State, IsDone = action.DoneAt != null })
            .GroupBy(action => action)
            .Select(group => new
            {
                group.Key.State,
                group.Key.IsDone,
                Count = group.Count(),
            })
            .ToListAsync(cancellationToken);
        return new()
        {
            All = groups.Sum(group => group.Count),
            ByKind = Rows<IncidentKind>(
                kind => groups.Where(group => group.Kind == kind).Sum(group => group.Count),
                IncidentWords.Of,
                [.. Enum.GetValues<IncidentKind>().Where(kind => kind is not IncidentKind.NotSaid)]
            ),
            ByState = Rows<IncidentState>(state => groups.Where(group => group.State == state).Sum(group => group.Count), IncidentWords.Of),
            BySource = Rows<IncidentSource>(
                source => groups.Where(group => group.Source == source).Sum(group => group.Count),
                IncidentWords.Of,
                IncidentSource.Pals,
                IncidentSource.Complaint,
                IncidentSource.LearningEvent,
                IncidentSource.Staff
            ),
            Acknowledging = await AcknowledgingAsync(incidents, cancellationToken),
            Closing = await ClosingAsync(incidents, cancellationToken),
            Breach = await BreachAsync(incidents, now, cancellationToken),
            Complaint = await ComplaintAsync(incidents, now, cancellationToken),
            // What is not done when a report is withdrawn will not be done.
            ActionsOpen = actions.Where(row => !row.IsDone && row.State != IncidentState.Withdrawn).Sum(row => row.Count),
            ActionsDone = actions.Where(row => row.IsDone).Sum(row => row.Count),
            WithLearning = groups.Where(group => group.HasLearning).Sum(group => group.Count),
        };
    }

    /// <summary>
    /// Selects the incidents reported in the period, without reports about a practice manager, which the practice manager must
    /// not count.
    /// </summary>
    internal static IQueryable<Incident> Of(HartwoodDbContext database, ReportPeriod period)
    {
        var (begins, ends) = (period.Begins, period.Ends);
        return database
            .Incidents.AsNoTracking()
            .Where(incident => incident.Route == IncidentRoute.Managers && incident.ReportedAt >= begins && incident.ReportedAt < ends);
    }

    private static IReadOnlyList<NamedCount> Rows<T>(Func<T, int> count, Func<T, string> name, params T[] order)
        where T : struct, Enum =>
        [.. (order.Length > 0 ? order : Enum.GetValues<T>()).Select(value => new NamedCount(name(value), count(value)))];

    private static async Task<Durations> AcknowledgingAsync(IQueryable<Incident> incidents, CancellationToken cancellationToken)
    {
        // Of an anonymous report only the day is stored, so the hours are not known.
        var times = await incidents
            .Where(incident => incident.Appearance != ReporterVisibility.Anonymous)
            .Select(incident => new
            {
                From = incident.ReportedAt,
                To = incident
                    .Timeline.Where(entry => entry.Kind == TimelineKind.Acknowledged || entry.Kind == TimelineKind.TakenOn)
                    .Min(entry => (DateTimeOffset?)entry.At),
            })
            .Where(time => time.To != null)
            .ToListAsync(cancellationToken);
        return Durations.Of(times.ConvertAll(time => time.To!.Value - time.From));
    }

    private static async Task<Durations> ClosingAsync(IQueryable<Incident> incidents, CancellationToken cancellationToken)
    {
        var times = await incidents
            .Where(incident => incident.State == IncidentState.Closed)
            .Select(incident => new
            {
                From = incident.ReportedAt,
                To = incident.Timeline.Where(entry => entry.Kind == TimelineKind.Closed).Max(entry => (DateTimeOffset?)entry.At),
            })
            .Where(time => time.To != null)
            .ToListAsync(cancellationToken);
        return Durations.Of(times.ConvertAll(time => time.To!.Value - time.From));
    }

    private static async Task<ClockFigures> BreachAsync(
        IQueryable<Incident> incidents,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var clocks = await incidents
            .Where(incident => incident.BreachClockFrom != null)
            .Select(incident => new
            {
                From = incident.BreachClockFrom,
                Decided = incident.Timeline.Where(entry => entry.Kind == TimelineKind.Decided).Min(entry => (DateTimeOffset?)entry.At),
            })
            .ToListAsync(cancellationToken);
        return Clock(
            clocks,
            clock => clock.Decided <= clock.From + Incident.BreachClock,
            clock => clock.Decided is null && now <= clock.From + Incident.BreachClock
        );
    }

    /// <summary>Counts whether complaints were acknowledged by the end of their day.</summary>
    private static async Task<ClockFigures> ComplaintAsync(
        IQueryable<Incident> incidents,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var today = PracticeTime.DateOf(now);
        var clocks = await incidents
            .Where(incident => incident.ComplaintDue != null)
            .Select(incident => new { Due = incident.ComplaintDue!.Value, incident.ComplaintAcknowledgedAt })
            .ToListAsync(cancellationToken);
        return Clock(
            clocks,
            clock => clock.ComplaintAcknowledgedAt is { } at && PracticeTime.DateOf(at) <= clock.Due,
            clock => clock.ComplaintAcknowledgedAt is null && today <= clock.Due
        );
    }

    private static ClockFigures Clock<T>(List<T> clocks, Func<T, bool> isKept, Func<T, bool> isRunning)
    {
        var (kept, running) = (clocks.Count(isKept), clocks.Count(isRunning));
        return new(kept, clocks.Count - kept - running, running);
    }
}
