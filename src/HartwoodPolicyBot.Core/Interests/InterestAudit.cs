using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Interests;

/// <summary>Holds the audit codes of the interests, with their words.</summary>
public static class InterestAudit
{
    public static AuditedAttempt Change { get; } = new("interest", "To see or change an interest");

    public static AuditedAttempt SeeAll { get; } = new("interests", "To see what staff have declared");

    public static AuditWords Words { get; } = new() { Attempts = [Change, SeeAll] };
}
