using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Makes the tables of the report: complete for the practice manager, or with small counts hidden for everybody else.</summary>
public sealed class ReportTables(MonitoringReport report, Audience audience)
{
    public const string Sources = "Incidents by source";
    public const string States = "Incidents by state";
    public const string Asked = "Questions";
    private const string None = "none received";
    private static readonly ReportCell Unsaid = ReportCell.Of(SafeCount.Unsaid);

    /// <summary>What the reader must know about the whole report.</summary>
    public IReadOnlyList<string> Notes =>
        [
            "Incidents count by the day on which they were reported; their states and actions are as they are now. "
                + "Times are all time, nights and weekends included.",
            "Training counts people who have added the bot.",
            "Reports about a practice manager go another way and are not counted here.",
            .. report.FirstRecord > report.Period.From
                ? (string[])[$"The first record is of {PracticeTime.Text(report.FirstRecord)}; before that nothing is known."]
                : [],
            .. audience == Audience.Everybody
                ? (string[])
                    [
                        "Counts of incidents and people below five are hidden (“<5”), and what would give them away (“not "
                            + "shown”). The log of questions names nobody, so its figures are whole. Give others one such report of "
                            + "the same days, not two that differ by a few.",
                    ]
                : [],
        ];

    /// <summary>A sentence on training: how many people are in each state now, or were when the period ended.</summary>
    public string Trained =>
        report.Training.On < PracticeTime.DateOf(report.AsOf) ? $"Training on {PracticeTime.Text(report.Training.On)}" : "Training now";

    /// <summary>The number of incidents.</summary>
    public ReportCell Incidents => One(report.Incidents.All);

    public IReadOnlyList<ReportTable> All() =>
        [
            BySource(),
            Parts("Incidents by kind", "Kind", report.Incidents.ByKind),
            Parts(States, "State", report.Incidents.ByState),
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
                [ReportCell.Of("All"), Incidents, ReportCell.Of("")],
            ],
            row => row[2].Length > 0 ? $"{row[0]} {row[2]}" : $"{row[0]} {row[1]}"
        )
        {
            Note = "PALS, complaints, and significant and learning events are the policy's sources of evidence.",
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
                ["From the report until it was", "Incidents", "Median", "Longest", "Unit"],
                [
                    Row("acknowledged", report.Incidents.Acknowledging, "hours", time => time.TotalHours),
                    Row("closed", report.Incidents.Closing, "days", time => time.TotalDays),
                ],
                row => $"{row[0]} {row[1]}{(row[1] == "0" ? "" : $", after {row[2]} {row[4]} (median), {row[3]} {row[4]} (longest)")}"
            )
            : new(
                "Times",
                ["From the report until it was", "Median", "Unit"],
                [
                    Row("acknowledged", report.Incidents.Acknowledging, time => time.TotalHours, "hours"),
                    Row("closed", report.Incidents.Closing, time => time.TotalDays, "days"),
                ],
                row => row[2].Length > 0 ? $"{row[0]} after {row[1]} {row[2]} (median)" : $"{row[0]}: {row[1]}"
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
            ["Deadline", "Kept", "Missed", "Still running"],
            [
                Row("Data breach decided within 72 hours", report.Incidents.Breach, false),
                Row("Complaint acknowledged by the third working day", report.Incidents.Complaint, Hides(report.Incidents.BySource)),
            ],
            row => $"{row[0]}: kept {row[1]}, missed {row[2]}, still running {row[3]}"
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
            ["Of these incidents", "Number"],
            [
                [ReportCell.Of("Actions open"), One(report.Incidents.ActionsOpen)],
                [ReportCell.Of("Actions done"), One(report.Incidents.ActionsDone)],
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
            Note = "Of everybody who was not set aside by then. A refresher that is not due within two weeks counts as done.",
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
                [ReportCell.Of("People who passed"), isHidden ? Unsaid : One(report.Training.PeoplePassed)],
                [ReportCell.Of("Rounds passed"), isHidden ? Unsaid : rounds[0]],
                [ReportCell.Of("Rounds not passed"), isHidden ? Unsaid : rounds[1]],
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
                Row("Answered by the practice manager's own answers", report.Questions.ByManager),
                Row("Not covered by the policy", report.Questions.Refused),
                Row("Found helpful", report.Questions.Helpful),
                Row("Found not helpful", report.Questions.NotHelpful),
            ]
        );

    private ReportTable MostRead() =>
        new("Most read sections", ["Section", "Times quoted"], [.. report.Questions.MostRead.Select(row => Row(row.Name, row.Count))]);

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
