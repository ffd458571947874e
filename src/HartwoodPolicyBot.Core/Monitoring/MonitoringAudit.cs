using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>What the audit says of monitoring reports and evidence packs.</summary>
public static class MonitoringAudit
{
    public static AuditedAction MadePage { get; } = new("monitoring.page", "You had a monitoring report made as a page.");

    public static AuditedAction MadeExcel { get; } = new("monitoring.excel", "You had a monitoring report made as an Excel file.");

    public static AuditedAction MadeEvidence { get; } = new("monitoring.evidence", "You had an evidence pack made.");

    public static AuditedAttempt See { get; } = new("monitoring", "To see the monitoring report or the evidence pack");

    public static AuditWords Words { get; } = new() { Actions = [MadePage, MadeExcel, MadeEvidence], Attempts = [See] };
}
