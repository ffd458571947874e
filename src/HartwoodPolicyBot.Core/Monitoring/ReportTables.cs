using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>The report as tables: in full for the practice manager, or with small counts hidden for everybody else.</summary>
public sealed class ReportTables(MonitoringReport report, Audience audience)
{
    public const string Sources = "Incidents by source";
    public const string States = "Incidents by state";
    public const string Asked = "Questions";
    private const string None = "none received";
    private static readonly ReportCell Unsaid = ReportCell.Of(SafeCount.Unsaid);

    /// <summary>What has to be known about all of it.</summary>
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

    /// <summary>How staff stand in training, or stood when the period ended.</summary>
    public string Trained =>
        report.Training.On < PracticeTime.DateOf(report.AsOf) ? $"Training on {PracticeTime.Text(report.Training.On)}" : "Training now";

    /// <summary>How many incidents there were.</summary>
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

    /// <summary>How many were closed is a row of the states, and the longest is one incident's: others see the median alone.</summary>
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
    /// The median of a few is nearly one incident's time. That one is shown says that there were five, which must be clear from
    /// the states beside it: each is shown, or some are few and five are closed, as the number or the one that is not shown says.
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
        // All complaints together are a row of the sources.
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
                // Learning is written down at the closing, so this is nearly a row of the states.
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
        // Who passed in the period is nearly who is done.
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

    /// <summary>The parts of a whole, a row each.</summary>
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

    /// <summary>Is something of these hidden? Then a figure that is nearly one of them must not give it back.</summary>
    private bool Hides(IReadOnlyList<NamedCount> rows) =>
        audience == Audience.Everybody && SmallCounts.Protect([.. rows.Select(row => row.Count)]).Any(count => count.Count is null);

    private ReportCell One(int count) => audience == Audience.Manager ? ReportCell.Of(count) : ReportCell.Of(SmallCounts.Protect(count));
}

/// <summary>Who reads it.</summary>
public enum Audience
{
    /// <summary>The practice manager, in their own chat.</summary>
    Manager = 1,

    /// <summary>Whoever is in a channel, or gets the version to share.</summary>
    Everybody = 2,
}
