using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Files;

/// <summary>Holds the audit codes for files that were not handed over, with their words.</summary>
internal static class FileAudit
{
    public static AuditedAttempt Fetch { get; } = new("file", "To fetch a file");

    public static AuditWords Words { get; } =
        new()
        {
            Attempts = [Fetch],
            Reasons =
            [
                new("wrong-address", "The place that the file was to go to is not one that I trust."),
                new("used", "It had been fetched already."),
                new("expired", "The time for it was over."),
            ],
        };
}
