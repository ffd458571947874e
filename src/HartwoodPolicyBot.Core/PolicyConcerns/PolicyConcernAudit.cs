using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Lists what the audit says of concerns about policies. Who answered one stands in the concern itself.</summary>
public static class PolicyConcernAudit
{
    public static AuditedAttempt Answer { get; } = new("policy-concern", "To see or answer a concern about a policy");

    public static AuditedAttempt Raise { get; } = new("policy-concern-raise", "To raise a concern about a policy");

    public static AuditedAttempt FindByCode { get; } = new("policy-concern-code", "To look a concern up by its code");

    public static AuditWords Words { get; } =
        new()
        {
            Attempts = [Answer, Raise, FindByCode],
            Reasons = [new("no-other-way", "There was no one to send it to except the author.")],
        };
}
