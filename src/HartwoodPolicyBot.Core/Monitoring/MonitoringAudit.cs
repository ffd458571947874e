using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Lists what the audit says of monitoring reports and evidence packs.</summary>
public static class MonitoringAudit
{
    public static AuditedAction MadePage { get; } = new("monitoring.page", "You produced a monitoring report to print.");

    public static AuditedAction MadeExcel { get; } = new("monitoring.excel", "You produced a monitoring report in Excel.");

    public static AuditedAction MadeEvidence { get; } = new("monitoring.evidence", "You produced an evidence pack.");

    public static AuditedAttempt See { get; } = new("monitoring", "To see the monitoring report or the evidence pack");

    public static AuditWords Words { get; } = new() { Actions = [MadePage, MadeExcel, MadeEvidence], Attempts = [See] };
}
