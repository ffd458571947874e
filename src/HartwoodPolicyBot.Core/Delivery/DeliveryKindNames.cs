namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>What kinds of messages and files are called to the person who got them. A test finds one that has no words.</summary>
public static class DeliveryKindNames
{
    /// <summary>What a message was about; null for a kind that has no words.</summary>
    public static string? Message(string kind) =>
        kind switch
        {
            "due" => "Training or a policy to read",
            "told" => "A step in a report of yours",
            PlannedDelivery.PrivatePrefix + "undelivered" => "A report of yours that was not delivered",
            "incident" or PlannedDelivery.PrivatePrefix + "incident" => "A report to handle",
            "reminder" or PlannedDelivery.PrivatePrefix + "reminder" => "A reminder about a report to handle",
            "no-channel" => "A report that waits for a channel",
            "given-up" => "Messages that could not be delivered",
            "monitoring-report" => "The monthly report",
            "question" => "A question to the practice manager",
            "question-no-channel" => "A question that waits for a channel",
            "question-nudge" => "A reminder of a question that nobody has answered",
            "question-answer" => "An answer to a question of yours",
            "reading-changed" => "A policy that has changed",
            "training-help" => "Somebody who needs help with their training",
            "training-overdue" => "Training that is overdue",
            _ => null,
        };

    /// <summary>What a file was; null for a kind that has no words.</summary>
    public static string? File(string kind) =>
        kind switch
        {
            "my-data-page" => "What I store about you, as a page",
            "my-data-json" => "What I store about you, as a file",
            "monitoring-page" => "A monitoring report, as a page",
            "monitoring-page-share" => "A monitoring report to share, as a page",
            "monitoring-excel" => "A monitoring report, as an Excel file",
            "monitoring-excel-share" => "A monitoring report to share, as an Excel file",
            "monitoring-evidence" => "An evidence pack",
            "training-records" => "The training records",
            _ => null,
        };
}
