using System.Runtime.CompilerServices;
using System.Text;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Collects what a practice shows an inspector about a period, from all features. It changes nothing.</summary>
public sealed class EvidencePack(
    IDbContextFactory<HartwoodDbContext> databases,
    PolicyLibrary library,
    MonitoringReports reports,
    TrainingStatus training,
    EvidenceIncidents incidents,
    EvidenceAccounts accounts,
    EvidenceGuidance guidance
)
{
    /// <summary>What the reader must know about the whole pack.</summary>
    public static IReadOnlyList<string> Notes { get; } =
    [
        "Reporters' names are left out.",
        "Only staff who have added the bot are listed.",
        "Reports about a practice manager are not included.",
        "Patient identifiers are hidden before a report is kept. Patient names can't be detected automatically, so check "
            + "the pack before sharing it.",
        "Correct at the time it was produced.",
    ];

    private const string NotStated = "Not stated";
    private const string NotEnclosed = "Not included";

    /// <summary>Returns the report of the period, from which the pack is made; null when there is none.</summary>
    public async Task<MonitoringReport?> ReportAsync(ReportPeriod period, CancellationToken cancellationToken) =>
        (await reports.ReportAsync(period, cancellationToken)).Report;

    public IReadOnlyList<EvidencePolicy> Policies() =>
        [
            .. library.Documents.Select(document => new EvidencePolicy(
                document.Title,
                document.Version ?? NotStated,
                document.Owner ?? "Not named",
                document.Fingerprint,
                $"policy-{document.Slug}.md",
                TextOf(document)
            )),
        ];

    /// <summary>Returns the tables that come before the incidents.</summary>
    public async Task<IReadOnlyList<EvidenceTable>> TablesAsync(MonitoringReport report, CancellationToken cancellationToken) =>
        [
            new(
                "Policies",
                ["Policy", "Version", "Owner", "Text code", "File"],
                [
                    .. Policies().Select(policy => Words(policy.Title, policy.Version, policy.Owner, policy.Fingerprint, policy.FileName)),
                    .. (await EarlierAsync(report.Period, cancellationToken)).Select(earlier =>
                        Words(
                            earlier.Title,
                            PolicyDocument.VersionIn(earlier.Version) ?? NotStated,
                            "",
                            PolicyDocument.CodeIn(earlier.Version) ?? earlier.Version,
                            NotEnclosed
                        )
                    ),
                ],
                "The text code identifies the exact wording. Only the current wording is included. Add earlier versions from "
                    + "the practice's own files."
            ),
            Looked(report),
            new(
                "Who has read the policy",
                ["Policy", "Policy version", "Name", "Asked", "Confirmed"],
                cancel => ReadingsAsync(report.Period, cancel),
                "Staff asked to read the policy by the end of the period. Blank = not yet confirmed."
            ),
            new(
                "Training now",
                ["Name", "Role", "Training", "Next due", "Last passed"],
                await TrainingAsync(cancellationToken),
                "Current staff."
            ),
            new(
                "Training passed",
                ["Name", "Completed", "Correct", "Questions", "Percent", "Pass mark", "Policy version"],
                cancel => RoundsAsync(report.Period, cancel),
                $"Passed in the period. Attempts that weren't passed are counted, and not listed by name: {report.Training.RoundsFailed}."
            ),
            .. await accounts.TablesAsync(report.Period, cancellationToken),
            .. await guidance.TablesAsync(report.Period, cancellationToken),
            .. incidents.Tables(report.Period),
        ];

    /// <summary>Returns what inspectors look for in significant events, with this practice's figures.</summary>
    /// <remarks>
    /// Source: CQC, GP mythbuster on significant event analysis (cqc.org.uk/node/1669), which counts breaches of
    /// confidentiality and complaints among the events. The names of the six points are from mypracticemanager.co.uk, a
    /// secondary source. They are not a list of requirements, and matching figures to them is this pack's own interpretation.
    /// </remarks>
    private static EvidenceTable Looked(MonitoringReport report)
    {
        var incidents = report.Incidents;
        var over = incidents
            .ByState.Where(row => row.Name == Incidents.IncidentWords.Of(Incidents.IncidentState.Closed))
            .Sum(row => row.Count);
        return new(
            "Significant events and learning",
            ["CQC expects", "Evidence", "Number"],
            [
                Row("Staff can identify events", "Incidents reported", incidents.All),
                Row("Staff can identify events", "Staff who passed the training", report.Training.PeoplePassed),
                Row("Information is gathered", "Incidents acknowledged", incidents.Acknowledging.Count),
                Row("Events are reviewed", "Incidents closed with an outcome", over),
                Row("Changes are made", "Actions completed", incidents.ActionsDone),
                Row("Changes are made", "Actions outstanding", incidents.ActionsOpen),
                Row("Reports are written", "Incidents with a timeline in this pack", incidents.All),
                Row("Learning is shared", "Incidents with learning recorded", incidents.WithLearning),
            ],
            "Based on CQC GP mythbuster 3 (significant event analysis). The practice chose which figure supports each point."
        );

        static IReadOnlyList<ReportCell> Row(string looked, string what, int count) =>
            [ReportCell.Of(looked), ReportCell.Of(what), ReportCell.Of(count)];
    }

    private async Task<IReadOnlyList<IReadOnlyList<ReportCell>>> TrainingAsync(CancellationToken cancellationToken) =>
        [
            .. (await training.StatusAsync(cancellationToken))
                .Lines.OrderBy(line => line.Person.Name, StringComparer.OrdinalIgnoreCase)
                .Select(line =>
                    (IReadOnlyList<ReportCell>)
                        [
                            ReportCell.Of(line.Person.Name),
                            ReportCell.Of(StaffRoleWords.Of(line.Person.Role) ?? "Not set"),
                            ReportCell.Of(TrainingStandingNames.Of(line.Standing)),
                            ReportCell.Of(line.Next?.DueOn),
                            ReportCell.Of(line.PassedOn),
                        ]
                ),
        ];

    /// <summary>
    /// Returns the policy texts that are no longer in force but that people were asked to read or trained on, named as in the
    /// tables of this pack.
    /// </summary>
    private async Task<IReadOnlyList<(string Title, string Version)>> EarlierAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var current = library.Documents.Select(document => document.VersionToSignOff).ToList();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var read = await Asked(database, period)
            .Where(reading => !current.Contains(reading.PolicyVersion))
            .Select(reading => new { Title = reading.PolicyTitle, Version = reading.PolicyVersion })
            .Distinct()
            .ToListAsync(cancellationToken);
        var trained = await Passed(database, period)
            .Where(attempt => !current.Contains(attempt.PolicyVersion))
            .Select(attempt => new { Title = attempt.PolicyName, Version = attempt.PolicyVersion })
            .Distinct()
            .ToListAsync(cancellationToken);

        // A sign-off round names its policy as well as the version, and a sign-off only the version. Each text is listed once.
        return
        [
            .. read.Concat(trained)
                .DistinctBy(text => text.Version, StringComparer.Ordinal)
                .OrderBy(text => text.Title, StringComparer.Ordinal)
                .ThenBy(text => text.Version, StringComparer.Ordinal)
                .Select(text => (text.Title, text.Version)),
        ];
    }

    private static IQueryable<SignOff> Asked(HartwoodDbContext database, ReportPeriod period)
    {
        var ends = period.Ends;
        return database.PolicyReadings.AsNoTracking().Where(reading => reading.AskedAt < ends);
    }

    private static IQueryable<TrainingAttempt> Passed(HartwoodDbContext database, ReportPeriod period)
    {
        var (begins, ends) = (period.Begins, period.Ends);
        return database
            .TrainingAttempts.AsNoTracking()
            .Where(attempt => attempt.FinishedAt >= begins && attempt.FinishedAt < ends && attempt.State == AttemptState.Passed);
    }

    private async IAsyncEnumerable<IReadOnlyList<ReportCell>> ReadingsAsync(
        ReportPeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var ends = period.Ends;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var readings = Asked(database, period)
            .OrderBy(reading => reading.PolicyTitle)
            .ThenBy(reading => reading.PolicyVersion)
            .ThenBy(reading => reading.PersonName);
        await foreach (var reading in readings.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return
            [
                ReportCell.Of(reading.PolicyTitle),
                ReportCell.Of(PolicyDocument.TextCode(reading.PolicyVersion)),
                ReportCell.Of(reading.PersonName),
                ReportCell.Of(reading.AskedAt),
                ReportCell.Of(reading.ReadAt < ends ? reading.ReadAt : null),
            ];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<ReportCell>> RoundsAsync(
        ReportPeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rounds = Passed(database, period).OrderBy(attempt => attempt.PersonName).ThenBy(attempt => attempt.FinishedAt);
        await foreach (var round in rounds.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return
            [
                ReportCell.Of(round.PersonName),
                ReportCell.Of(round.FinishedAt),
                ReportCell.Of(round.Right),
                ReportCell.Of(round.Count),
                ReportCell.Of(round.Percent),
                ReportCell.Of(round.PassPercent),
                ReportCell.Of(PolicyDocument.TextCode(round.PolicyVersion)),
            ];
        }
    }

    private static IReadOnlyList<ReportCell> Words(params string[] words) => [.. words.Select(ReportCell.Of)];

    private static string TextOf(PolicyDocument document)
    {
        var text = new StringBuilder(
            $"# {document.Title}\n\nVersion: {document.Version ?? NotStated}\nText code: {document.Fingerprint}\n"
        );
        string? group = null;
        foreach (var section in document.Sections)
        {
            if (section.Group is not null && section.Group != group)
            {
                text.Append("\n## ").Append(section.Group).Append('\n');
            }

            group = section.Group;
            text.Append(section.Group is null ? "\n## " : "\n### ").Append(section.Heading).Append('\n');
            foreach (var paragraph in section.Clauses.GroupBy(clause => clause.Paragraph))
            {
                text.Append('\n')
                    .AppendJoin(
                        paragraph.First().IsBullet ? '\n' : ' ',
                        paragraph.Select(clause => clause.IsBullet ? $"- {clause.Text}" : clause.Text)
                    )
                    .Append('\n');
            }
        }

        return text.ToString();
    }
}
