using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Home;

/// <summary>Holds the audit code of "home", with its words.</summary>
internal static class HomeAudit
{
    public static AuditedAttempt See { get; } = new("home", "To see what needs doing");

    public static AuditWords Words { get; } = new() { Attempts = [See] };
}
