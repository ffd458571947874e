using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>Lists what the audit says of checking the national guidance.</summary>
public static class GuidanceAudit
{
    public static AuditedAction Checked { get; } = new("guidance.check", "You checked the national guidance.");

    public static AuditedAttempt See { get; } = new("guidance", "To see or check the national guidance");

    public static AuditWords Words { get; } = new() { Actions = [Checked], Attempts = [See] };
}
