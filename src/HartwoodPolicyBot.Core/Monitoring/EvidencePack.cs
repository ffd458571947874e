using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Collects what a practice shows an inspector about a period, from all features. It changes nothing.</summary>
public sealed class EvidencePack(
    MonitoringReports reports,
    EvidenceStaff staff,
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

    /// <summary>Returns the report of the period, from which the pack is made; null when there is none.</summary>
    public async Task<MonitoringReport?> ReportAsync(ReportPeriod period, CancellationToken cancellationToken) =>
        (await reports.ReportAsync(period, cancellationToken)).Report;

    /// <summary>Returns the tables that come before the incidents.</summary>
    /// <param name="report">The report of the period.</param>
    /// <param name="policies">What <see cref="EvidencePolicies.AllAsync"/> returned for the period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<EvidenceTable>> TablesAsync(
        MonitoringReport report,
        IReadOnlyList<EvidencePolicy> policies,
        CancellationToken cancellationToken
    ) =>
        [
            EvidencePolicies.Table(policies),
            Looked(report),
            .. await staff.TablesAsync(report, cancellationToken),
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
        var over = incidents.ByState.Where(row => row.Name == IncidentWords.Of(IncidentState.Closed)).Sum(row => row.Count);
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
}
