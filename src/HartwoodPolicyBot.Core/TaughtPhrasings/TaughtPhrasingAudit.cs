using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>Lists what the audit says of practice managers who teach a section.</summary>
public static class TaughtPhrasingAudit
{
    public static AuditedAction Taught { get; } = new("taught.teach", "You taught me which section answers a question.");

    public static AuditedAction Undone { get; } = new("taught.undo", "You undid something that I was taught.");

    public static AuditWords Words { get; } = new() { Actions = [Taught, Undone] };
}
