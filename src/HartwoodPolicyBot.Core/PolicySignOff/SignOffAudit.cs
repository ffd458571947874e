using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Lists what the audit says of policy rounds and of confirming.</summary>
public static class SignOffAudit
{
    public static AuditedAction Sent { get; } = new("reading.send", "You asked everyone to read a policy.");

    public static AuditedAction Reminded { get; } =
        new("reading.remind", "You reminded people to read a policy.", "You were reminded to read a policy.");

    public static AuditedAttempt Round { get; } = new("reading", "To ask everyone to read a policy, or see who has");

    public static AuditedAttempt Confirm { get; } = new("reading.confirm", "To confirm that you have read a policy");

    public static AuditWords Words { get; } = new() { Actions = [Sent, Reminded], Attempts = [Round, Confirm] };
}
