using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Status;

/// <summary>Holds the audit codes for checking the bot's state, with their words.</summary>
internal static class StatusAudit
{
    public static AuditedAction SentAgain { get; } = new(BotVerbs.SendAgain, "You resent messages that hadn't been delivered.");

    public static AuditedAttempt SendAgain { get; } = new(BotVerbs.SendAgain, "To resend undelivered messages");

    public static AuditedAttempt See { get; } = new(BotVerbs.Status, "To see the status");

    public static AuditWords Words { get; } = new() { Actions = [SentAgain], Attempts = [SendAgain, See] };
}
