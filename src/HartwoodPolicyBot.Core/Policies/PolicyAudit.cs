using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Lists what the audit says of publishing policies.</summary>
public static class PolicyAudit
{
    public static AuditedAction Published { get; } = new("policy.publish", "You published a policy.");

    public static AuditedAction BroughtBack { get; } = new("policy.bring-back", "You brought back an earlier version of a policy.");

    public static AuditedAction CalledOff { get; } = new("policy.call-off", "You cancelled a version before it came into force.");

    public static AuditedAction OutOfUse { get; } = new("policy.out-of-use", "You took a policy out of use.");

    public static AuditedAction InUse { get; } = new("policy.in-use", "You put a policy into use again.");

    public static AuditedAttempt Change { get; } = new("policy", "To change a policy");

    public static AuditWords Words { get; } = new() { Actions = [Published, BroughtBack, CalledOff, OutOfUse, InUse], Attempts = [Change] };
}
