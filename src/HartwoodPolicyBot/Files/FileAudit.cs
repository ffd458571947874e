using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Files;

/// <summary>Holds the audit codes for files that were not handed over, with their words.</summary>
internal static class FileAudit
{
    public static AuditedAttempt Fetch { get; } = new("file", "To download a file");

    public static AuditWords Words { get; } =
        new()
        {
            Attempts = [Fetch],
            Reasons =
            [
                new("wrong-address", "I don't trust the place where it was going to be saved."),
                new("used", "The link had already been used."),
                new("expired", "The link had expired."),
            ],
        };
}
