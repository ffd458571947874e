namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Makes the report's tables about incidents: how many of each kind, how long they took, deadlines and actions.</summary>
internal sealed class IncidentReportTables(IncidentFigures incidents, ShownCounts shown, Audience audience)
{
    private const string None = "none";

    public IReadOnlyList<ReportTable> All() =>
        [
            BySource(),
            shown.Table("Incidents by kind", "Kind", incidents.ByKind),
            shown.Table("Incidents by status", "Status", incidents.ByState),
            Times(),
            Clocks(),
            Actions(),
        ];

    private ReportTable BySource()
    {
        var counts = shown.Parts(incidents.BySource);
        return new(
            "Incidents by source",
            ["Source", "Incidents", "Remark"],
            [
                .. incidents.BySource.Select(
                    (row, at) =>
                        (IReadOnlyList<ReportCell>)
                            [ReportCell.Of(row.Name), counts[at], ReportCell.Of(counts[at] is ReportCell.Number { Value: 0 } ? None : "")]
                ),
                [ReportCell.Of("Total"), shown.One(incidents.All), ReportCell.Of("")],
            ]
        )
        {
            Note = "The policy names PALS, complaints, and significant and learning events as sources of evidence.",
        };
    }

    /// <summary>
    /// Returns the table of times. Other readers see only the median: the number of closed incidents is a row of the states,
    /// and the longest time belongs to one incident.
    /// </summary>
    private ReportTable Times() =>
        audience == Audience.Manager
            ? new(
                "Times",
                ["Time from report to", "Incidents", "Median", "Longest", "Unit"],
                [
                    Row("acknowledged", incidents.Acknowledging, "hours", time => time.TotalHours),
                    Row("closed", incidents.Closing, "days", time => time.TotalDays),
                ]
            )
            : new(
                "Times",
                ["Time from report to", "Median", "Unit"],
                [
                    Row("acknowledged", incidents.Acknowledging, time => time.TotalHours, "hours"),
                    Row("closed", incidents.Closing, time => time.TotalDays, "days"),
                ]
            );

    private static IReadOnlyList<ReportCell> Row(string name, Durations times, string unit, Func<TimeSpan, double> of) =>
        [
            ReportCell.Of(name),
            ReportCell.Of(times.Count),
            Time(times.Median is { } median ? of(median) : null),
            Time(times.Longest is { } longest ? of(longest) : null),
            ReportCell.Of(unit),
        ];

    private IReadOnlyList<ReportCell> Row(string name, Durations times, Func<TimeSpan, double> of, string unit) =>
        times is { Count: >= SmallCounts.Least, Median: { } median } && MayTellOfFive()
            ? [ReportCell.Of(name), Time(of(median)), ReportCell.Of(unit)]
            : [ReportCell.Of(name), ShownCounts.Unsaid, ReportCell.Of("")];

    /// <summary>
    /// Says whether the median may be shown to other readers. The median of a few is nearly one incident's time, so it is shown
    /// only for five or more. Showing it reveals that at least five are closed, so this must already be clear from the table of
    /// states: either each row is shown, or some are hidden as few and the row of closed incidents is at least five, whether it
    /// is shown or hidden to protect the others.
    /// </summary>
    private bool MayTellOfFive()
    {
        var states = SmallCounts.Protect([.. incidents.ByState.Select(row => row.Count)]);
        return states.All(state => state.Count is not null)
            || (states.Contains(SafeCount.Few) && incidents.Closing.Count >= SmallCounts.Least);
    }

    private static ReportCell Time(double? time) =>
        time is { } known ? new ReportCell.Number(Math.Round((decimal)known, 1)) : ReportCell.Of("–");

    private ReportTable Clocks()
    {
        // The number of all complaints is a row of the sources.
        return new(
            "Deadlines",
            ["Deadline", "Met", "Missed", "Open"],
            [
                Row("Data breach decided within 72 hours", incidents.Breach, false),
                Row("Complaint acknowledged by the third working day", incidents.Complaint, shown.Hides(incidents.BySource)),
            ]
        );

        IReadOnlyList<ReportCell> Row(string name, ClockFigures clock, bool isHidden) =>
            [
                ReportCell.Of(name),
                .. shown
                    .Parts([new("", clock.Kept), new("", clock.Missed), new("", clock.Running)])
                    .Select(cell => isHidden ? ShownCounts.Unsaid : cell),
            ];
    }

    private ReportTable Actions() =>
        new(
            "Actions and learning",
            ["What", "Number"],
            [
                [ReportCell.Of("Actions outstanding"), shown.One(incidents.ActionsOpen)],
                [ReportCell.Of("Actions completed"), shown.One(incidents.ActionsDone)],
                // Learning is recorded when an incident is closed, so this count is close to a row of the states.
                [
                    ReportCell.Of("Incidents with learning recorded"),
                    shown.Hides(incidents.ByState)
                        ? ShownCounts.Unsaid
                        : shown.Parts([new("", incidents.WithLearning), new("", incidents.All - incidents.WithLearning)])[0],
                ],
            ]
        );
}
