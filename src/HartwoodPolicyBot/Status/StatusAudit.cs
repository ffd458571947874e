using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Status;

/// <summary>What the audit says of looking after the bot.</summary>
internal static class StatusAudit
{
    public static AuditedAction SentAgain { get; } = new(BotVerbs.SendAgain, "You sent again what had not been delivered.");

    public static AuditedAttempt SendAgain { get; } = new(BotVerbs.SendAgain, "To send again what had not been delivered");

    public static AuditedAttempt See { get; } = new(BotVerbs.Status, "To see how everything stands");

    public static AuditWords Words { get; } = new() { Actions = [SentAgain], Attempts = [SendAgain, See] };
}
