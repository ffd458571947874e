using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Makes the tables of the report: complete for the practice manager, or with small counts hidden for everybody else.</summary>
public sealed class ReportTables(MonitoringReport report, Audience audience)
{
    public const string Sources = "Incidents by source";
    public const string States = "Incidents by status";
    public const string Asked = "Questions";
    private const string None = "none";
    private static readonly string[] Over = [IncidentWords.Of(IncidentState.Closed), IncidentWords.Of(IncidentState.Withdrawn)];

    private static readonly ReportCell Unsaid = ReportCell.Of(SafeCount.Unsaid);

    /// <summary>What the reader must know about the whole report.</summary>
    public IReadOnlyList<string> Notes =>
        [
            "Incidents are counted by the date reported and shown as they are today. Times include nights and weekends.",
            "Only staff who've added the bot are included.",
            "Reports about a practice manager aren't included.",
            .. report.FirstRecord > report.Period.From ? (string[])[$"Records began on {PracticeTime.Text(report.FirstRecord)}."] : [],
            .. audience == Audience.Everybody
                ? (string[])
                    [
                        "Numbers below 5 are hidden to protect individuals (“<5” or “not shown”). Don't share two versions that "
                            + "cover slightly different dates.",
                    ]
                : [],
        ];

    /// <summary>A sentence on training: how many people are in each state now, or were when the period ended.</summary>
    public string Trained =>
        report.Training.On < PracticeTime.DateOf(report.AsOf) ? $"Training on {PracticeTime.Text(report.Training.On)}" : "Training now";

    /// <summary>The number of incidents.</summary>
    public ReportCell Incidents => One(report.Incidents.All);

    /// <summary>
    /// The five figures that say most, each with the one of the period before. What is open is so on the day of the report, also
    /// for a period that is long over.
    /// </summary>
    public ReportTable KeyFigures()
    {
        var before = report.Before is { } earlier ? new ReportTables(earlier, audience).Key() : null;
        return new(
            "Key figures",
            ["Figure", "This period", "Last period"],
            [
                .. Key()
                    .Select(
                        (figure, at) =>
                            (IReadOnlyList<ReportCell>)[ReportCell.Of(figure.Name), figure.Value, before?[at].Value ?? ReportCell.Of("–")]
                    ),
            ]
        );
    }

    private IReadOnlyList<(string Name, ReportCell Value)> Key()
    {
        var open = report.Incidents.ByState.Where(row => !Over.Contains(row.Name)).Sum(row => row.Count);
        var trained = Protected(report.Training.Standing);
        return
        [
            ("Incidents reported", Incidents),
            ("Of these, still open", Hides(report.Incidents.ByState) ? Unsaid : One(open)),
            ("Staff up to date with training", trained.Count > 0 ? trained[0] : ReportCell.Of(0)),
            ("Questions asked", ReportCell.Of(report.Questions.Asked)),
            ("Of these, not covered by the policy", ReportCell.Of(report.Questions.Refused)),
        ];
    }

    public IReadOnlyList<ReportTable> All() =>
        [
            BySource(),
            Parts("Incidents by kind", "Kind", report.Incidents.ByKind),
            Parts(States, "Status", report.Incidents.ByState),
            Times(),
            Clocks(),
            Actions(),
            Training(),
            Rounds(),
            Questions(),
            MostRead(),
        ];

    private ReportTable BySource()
    {
        var counts = Protected(report.Incidents.BySource);
        return new(
            Sources,
            ["Source", "Incidents", "Remark"],
            [
                .. report.Incidents.BySource.Select(
                    (row, at) =>
                        (IReadOnlyList<ReportCell>)
                            [ReportCell.Of(row.Name), counts[at], ReportCell.Of(counts[at] is ReportCell.Number { Value: 0 } ? None : "")]
                ),
                [ReportCell.Of("Total"), Incidents, ReportCell.Of("")],
            ],
            row => row[2].Length > 0 ? $"{row[0]} {row[2]}" : $"{row[0]} {row[1]}"
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
                    Row("acknowledged", report.Incidents.Acknowledging, "hours", time => time.TotalHours),
                    Row("closed", report.Incidents.Closing, "days", time => time.TotalDays),
                ],
                row => $"{row[0]} {row[1]}{(row[1] == "0" ? "" : $": median {row[2]} {row[4]}, longest {row[3]} {row[4]}")}"
            )
            : new(
                "Times",
                ["Time from report to", "Median", "Unit"],
                [
                    Row("acknowledged", report.Incidents.Acknowledging, time => time.TotalHours, "hours"),
                    Row("closed", report.Incidents.Closing, time => time.TotalDays, "days"),
                ],
                row => row[2].Length > 0 ? $"{row[0]}: median {row[1]} {row[2]}" : $"{row[0]}: {row[1]}"
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
            : [ReportCell.Of(name), Unsaid, ReportCell.Of("")];

    /// <summary>
    /// Says whether the median may be shown to other readers. The median of a few is nearly one incident's time, so it is shown
    /// only for five or more. Showing it reveals that at least five are closed, so this must already be clear from the table of
    /// states: either each row is shown, or some are hidden as few and the row of closed incidents is at least five, whether it
    /// is shown or hidden to protect the others.
    /// </summary>
    private bool MayTellOfFive()
    {
        var states = SmallCounts.Protect([.. report.Incidents.ByState.Select(row => row.Count)]);
        return states.All(state => state.Count is not null)
            || (states.Contains(SafeCount.Few) && report.Incidents.Closing.Count >= SmallCounts.Least);
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
                Row("Data breach decided within 72 hours", report.Incidents.Breach, false),
                Row("Complaint acknowledged by the third working day", report.Incidents.Complaint, Hides(report.Incidents.BySource)),
            ],
            row => $"{row[0]}: met {row[1]}, missed {row[2]}, open {row[3]}"
        );

        IReadOnlyList<ReportCell> Row(string name, ClockFigures clock, bool isHidden) =>
            [
                ReportCell.Of(name),
                .. Protected([new("", clock.Kept), new("", clock.Missed), new("", clock.Running)]).Select(cell => isHidden ? Unsaid : cell),
            ];
    }

    private ReportTable Actions() =>
        new(
            "Actions and learning",
            ["What", "Number"],
            [
                [ReportCell.Of("Actions outstanding"), One(report.Incidents.ActionsOpen)],
                [ReportCell.Of("Actions completed"), One(report.Incidents.ActionsDone)],
                // Learning is recorded when an incident is closed, so this count is close to a row of the states.
                [
                    ReportCell.Of("Incidents with learning recorded"),
                    Hides(report.Incidents.ByState)
                        ? Unsaid
                        : Protected([
                            new("", report.Incidents.WithLearning),
                            new("", report.Incidents.All - report.Incidents.WithLearning),
                        ])[0],
                ],
            ]
        );

    private ReportTable Training() =>
        Parts(Trained, "Staff", report.Training.Standing) with
        {
            NoughtIsSaid = true,
            Note = "Current staff only. “Up to date” includes refreshers that aren't due for 2 weeks.",
        };

    private ReportTable Rounds()
    {
        // The number of people who passed is close to the number of people who are done.
        var isHidden = Hides(report.Training.Standing);
        var rounds = Protected([new("", report.Training.RoundsPassed), new("", report.Training.RoundsFailed)]);
        return new(
            "Training in the period",
            ["What", "Number"],
            [
                [ReportCell.Of("Staff who passed"), isHidden ? Unsaid : One(report.Training.PeoplePassed)],
                [
                    ReportCell.Of($"Staff who passed in the 12 months to {PracticeTime.Text(report.Training.On)}"),
                    isHidden ? Unsaid : One(report.Training.PassedInYear),
                ],
                [ReportCell.Of("Attempts passed"), isHidden ? Unsaid : rounds[0]],
                [ReportCell.Of("Attempts not passed"), isHidden ? Unsaid : rounds[1]],
            ]
        );
    }

    private ReportTable Questions() =>
        new(
            Asked,
            ["What", "Number"],
            [
                Row("Asked", report.Questions.Asked),
                Row("Answered from the policy", report.Questions.Answered),
                Row("Answered by the practice manager", report.Questions.ByManager),
                Row("Not covered by the policy", report.Questions.Refused),
                Row("Marked helpful", report.Questions.Helpful),
                Row("Marked not helpful", report.Questions.NotHelpful),
            ]
        );

    private ReportTable MostRead() =>
        new("Most quoted sections", ["Section", "Times"], [.. report.Questions.MostRead.Select(row => Row(row.Name, row.Count))]);

    private static IReadOnlyList<ReportCell> Row(string name, int count) => [ReportCell.Of(name), ReportCell.Of(count)];

    /// <summary>Returns the parts of a total, one row each.</summary>
    private ReportTable Parts(string title, string heading, IReadOnlyList<NamedCount> rows)
    {
        var counts = Protected(rows);
        return new(
            title,
            [heading, "Number"],
            [.. rows.Select((row, at) => (IReadOnlyList<ReportCell>)[ReportCell.Of(row.Name), counts[at]])]
        )
        {
            NoughtIsSaid = false,
        };
    }

    private List<ReportCell> Protected(IReadOnlyList<NamedCount> rows) =>
        audience == Audience.Manager
            ? [.. rows.Select(row => ReportCell.Of(row.Count))]
            : [.. SmallCounts.Protect([.. rows.Select(row => row.Count)]).Select(ReportCell.Of)];

    /// <summary>Says whether any of these rows is hidden. If so, a figure close to one of them must be hidden too.</summary>
    private bool Hides(IReadOnlyList<NamedCount> rows) =>
        audience == Audience.Everybody && SmallCounts.Protect([.. rows.Select(row => row.Count)]).Any(count => count.Count is null);

    private ReportCell One(int count) => audience == Audience.Manager ? ReportCell.Of(count) : ReportCell.Of(SmallCounts.Protect(count));
}

/// <summary>Says who reads the report.</summary>
public enum Audience
{
    /// <summary>The practice manager, in their own chat.</summary>
    Manager = 1,

    /// <summary>Everybody in a channel, and everybody who gets the version to share.</summary>
    Everybody = 2,
}
