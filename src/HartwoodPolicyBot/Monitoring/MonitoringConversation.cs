using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Monitoring.Evidence;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>Shows the monitoring report to a practice manager, in their own chat.</summary>
internal sealed class MonitoringConversation(MonitoringReports reports, FileHandover files, ManagerAccess managers) : IConversation
{
    /// <summary>Shown to the person before they accept; the real size may differ.</summary>
    private const long EvidenceEstimate = 200_000;

    private static RequestedPeriod ThisMonth { get; } = new(PeriodChoice.ThisMonth, null, null);

    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["monitoring report", "monitoring", "monitor"],
                ReportAsync,
                CommandHelp.ForManagers("see figures for a month, quarter or year")
            ),
            new(
                ["evidence pack", "evidence"],
                EvidencePackAsync,
                CommandHelp.ForManagers("get everything for an inspection (CQC) in one download")
            ),
        ];

    public IEnumerable<BotIntent> Intents =>
        [
            new("reports-figures", ReportAsync) { IsForManagersOnly = true },
            new("evidence-pack", EvidencePackAsync) { IsForManagersOnly = true },
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                MonitoringVerbs.Open,
                (turn, _, cancel) => ManagerAsync(turn, async () => new ClickAnswer.Said(await ShowAsync(ThisMonth, false, cancel)), cancel)
            ),
            new(
                MonitoringVerbs.Show,
                (turn, click, cancel) =>
                    ManagerAsync(
                        turn,
                        async () =>
                            new ClickAnswer.InPlace(await ShowAsync(PeriodInputs.In(click), PeriodInputs.IsForEvidence(click), cancel)),
                        cancel
                    )
            ),
            new(MonitoringVerbs.Page, (turn, click, cancel) => PageAsync(turn, click, Audience.Manager, cancel)),
            new(MonitoringVerbs.PageToShare, (turn, click, cancel) => PageAsync(turn, click, Audience.Everybody, cancel)),
            new(MonitoringVerbs.Evidence, EvidenceAsync),
            new(MonitoringVerbs.Excel, (turn, click, cancel) => ExcelAsync(turn, click, Audience.Manager, cancel)),
            new(MonitoringVerbs.ExcelToShare, (turn, click, cancel) => ExcelAsync(turn, click, Audience.Everybody, cancel)),
        ];

    private async Task<TeamsActivity> ReportAsync(ITurn turn, CancellationToken cancellationToken) =>
        managers.LookRefused(turn, "monitoring report", inOwnChat: true) ?? await ShowAsync(ThisMonth, false, cancellationToken);

    private async Task<TeamsActivity> EvidencePackAsync(ITurn turn, CancellationToken cancellationToken) =>
        managers.LookRefused(turn, "evidence pack", inOwnChat: true)
        ?? await ShowAsync(new(PeriodChoice.NhsYear, null, null), true, cancellationToken);

    private async Task<TeamsActivity> ShowAsync(RequestedPeriod requested, bool isForEvidence, CancellationToken cancellationToken)
    {
        var (period, refusal) = reports.Choose(requested);
        var (report, noReport) = period is null ? (null, refusal) : await reports.ComparedAsync(period, cancellationToken);
        return (report, isForEvidence) switch
        {
            (not null, false) => MonitoringReportCard.Message(report, requested),
            (not null, true) => EvidenceCard.Message(report.Period, requested),
            (null, false) => MonitoringReportCard.Refused(noReport!.Sentence, requested),
            (null, true) => EvidenceCard.Refused(noReport!.Sentence, requested),
        };
    }

    private Task<ClickAnswer> PageAsync(ITurn turn, CardClick click, Audience audience, CancellationToken cancellationToken) =>
        FileAsync(
            turn,
            click,
            period =>
                files.OfferPageAsync(
                    turn,
                    new(ReportPrint.KindOf(audience).Code, period.Code, MonitoringAudit.MadePage),
                    Says("Monitoring report to print", period, audience),
                    cancellationToken
                ),
            cancellationToken
        );

    private Task<ClickAnswer> ExcelAsync(ITurn turn, CardClick click, Audience audience, CancellationToken cancellationToken) =>
        FileAsync(
            turn,
            click,
            period =>
                files.OfferAsync(
                    turn,
                    new(ReportWorkbook.KindOf(audience).Code, period.Code, MonitoringAudit.MadeExcel),
                    new(ReportWorkbook.Name(period, audience), Says("Monitoring report in Excel", period, audience)),
                    cancellationToken
                ),
            cancellationToken
        );

    /// <summary>Offers the evidence pack for the period on the card, or for the one that was chosen on it since.</summary>
    private Task<ClickAnswer> EvidenceAsync(ITurn turn, CardClick click, CancellationToken cancellationToken) =>
        PeriodInputs.ChangedIn(click) is { } requested
            ? ManagerAsync(
                turn,
                async () =>
                    reports.Choose(requested) is { Period: { } period }
                    && await reports.ReportAsync(period, cancellationToken) is { Report: not null }
                        ? new ClickAnswer.Said(await PackAsync(turn, period, cancellationToken))
                        : new ClickAnswer.InPlace(await ShowAsync(requested, true, cancellationToken)),
                cancellationToken
            )
            : FileAsync(turn, click, period => PackAsync(turn, period, cancellationToken), cancellationToken);

    private Task<TeamsActivity> PackAsync(ITurn turn, ReportPeriod period, CancellationToken cancellationToken) =>
        files.OfferAsync(
            turn,
            new(EvidenceFile.Kind.Code, period.Code, MonitoringAudit.MadeEvidence),
            new(
                EvidenceFile.Name(period),
                $"Evidence pack, {period}. Contains staff names, so please check it before you share it.",
                EvidenceEstimate
            ),
            cancellationToken
        );

    private Task<ClickAnswer> FileAsync(
        ITurn turn,
        CardClick click,
        Func<ReportPeriod, Task<TeamsActivity>> offer,
        CancellationToken cancellationToken
    ) =>
        ManagerAsync(
            turn,
            async () =>
                ReportPeriod.Read(click.Id) is { } period
                    ? new ClickAnswer.Said(await offer(period))
                    : new ClickAnswer.Refused(MonitoringRefusals.NoPeriod),
            cancellationToken
        );

    private static string Says(string what, ReportPeriod period, Audience audience) =>
        audience == Audience.Manager
            ? $"{what}, {period}. For practice managers only: small numbers could identify someone."
            : $"{what}, {period}, for sharing. Small numbers are hidden.";

    private Task<ClickAnswer> ManagerAsync(ITurn turn, Func<Task<ClickAnswer>> answer, CancellationToken cancellationToken) =>
        managers.ClickedAsync(turn, MonitoringAudit.See, inOwnChat: true, answer, cancellationToken);
}
