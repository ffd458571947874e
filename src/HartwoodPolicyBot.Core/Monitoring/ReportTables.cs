using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Makes the tables of the report: complete for the practice manager, or with small counts hidden for everybody else.</summary>
public sealed class ReportTables(MonitoringReport report, Audience audience)
{
    private static readonly string[] Over = [IncidentWords.Of(IncidentState.Closed), IncidentWords.Of(IncidentState.Withdrawn)];

    private readonly ShownCounts shown = new(audience);

    /// <summary>What the reader must know about the whole report.</summary>
    public IReadOnlyList<string> Notes =>
        [
            "I count incidents by the date they were reported, and show them as they are today. Times include nights and weekends.",
            "Only staff who've added the bot are included.",
            "Reports about a practice manager aren't included.",
            .. report.FirstRecord > report.Period.From ? (string[])[$"Records began on {PracticeTime.Text(report.FirstRecord)}."] : [],
            .. audience == Audience.Everybody
                ? (string[])
                    [
                        "Numbers below 5 are hidden to protect individuals (“<5” or “not shown”). Don't share two versions "
                            + "with slightly different dates, because people could work out the hidden numbers.",
                    ]
                : [],
        ];

    /// <summary>A sentence on training: how many people are in each state now, or were when the period ended.</summary>
    public string Trained =>
        report.Training.On < PracticeTime.DateOf(report.AsOf) ? $"Training on {PracticeTime.Text(report.Training.On)}" : "Training now";

    /// <summary>The number of incidents.</summary>
    public ReportCell Incidents => shown.One(report.Incidents.All);

    /// <summary>
    /// The five figures that say most, each with the one of the period before, if there is one. What is open is so on the day of the
    /// report, also for a period that is long over.
    /// </summary>
    public ReportTable KeyFigures()
    {
        var before = report.Before is { } earlier ? new ReportTables(earlier, audience).Key() : null;
        return new(
            "Key figures",
            before is null ? ["Figure", "This period"] : ["Figure", "This period", "Last period"],
            [
                .. Key()
                    .Select(
                        (figure, at) =>
                            (IReadOnlyList<ReportCell>)
                                [
                                    ReportCell.Of(figure.Name),
                                    figure.Value,
                                    .. before is null ? Array.Empty<ReportCell>() : [before[at].Value],
                                ]
                    ),
            ]
        );
    }

    private IReadOnlyList<(string Name, ReportCell Value)> Key()
    {
        var open = report.Incidents.ByState.Where(row => !Over.Contains(row.Name)).Sum(row => row.Count);
        var trained = shown.Parts(report.Training.States);
        return
        [
            ("Incidents reported", Incidents),
            ("Of these, still open", shown.Hides(report.Incidents.ByState) ? ShownCounts.Unsaid : shown.One(open)),
            ("Staff up to date with training", trained.Count > 0 ? trained[0] : ReportCell.Of(0)),
            ("Questions asked", ReportCell.Of(report.Questions.Asked)),
            ("Of these, not covered by the policy", ReportCell.Of(report.Questions.Refused)),
        ];
    }

    public IReadOnlyList<ReportTable> All() =>
        [.. new IncidentReportTables(report.Incidents, shown, audience).All(), Training(), Rounds(), Questions(), MostRead()];

    private ReportTable Training() =>
        shown.Table(Trained, "Staff", report.Training.States) with
        {
            Note = "Current staff only. “Up to date” includes refreshers that aren't due for 2 weeks.",
        };

    private ReportTable Rounds()
    {
        // The number of people who passed is close to the number of people who are done.
        var isHidden = shown.Hides(report.Training.States);
        var rounds = shown.Parts([new("", report.Training.RoundsPassed), new("", report.Training.RoundsFailed)]);
        return new(
            "Training in the period",
            ["What", "Number"],
            [
                [ReportCell.Of("Staff who passed"), isHidden ? ShownCounts.Unsaid : shown.One(report.Training.PeoplePassed)],
                [
                    ReportCell.Of($"Staff who passed in the 12 months to {PracticeTime.Text(report.Training.On)}"),
                    isHidden ? ShownCounts.Unsaid : shown.One(report.Training.PassedInYear),
                ],
                [ReportCell.Of("Attempts passed"), isHidden ? ShownCounts.Unsaid : rounds[0]],
                [ReportCell.Of("Attempts not passed"), isHidden ? ShownCounts.Unsaid : rounds[1]],
            ]
        );
    }

    private ReportTable Questions() =>
        new(
            "Questions",
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
}

/// <summary>Says who reads the report.</summary>
public enum Audience
{
    /// <summary>The practice manager, in their own chat.</summary>
    Manager = 1,

    /// <summary>Everybody in a channel, and everybody who gets the version to share.</summary>
    Everybody = 2,
}
