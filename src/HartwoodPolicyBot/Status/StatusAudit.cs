using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Status;

/// <summary>Holds the audit codes for checking the bot's state, with their words.</summary>
internal static class StatusAudit
{
    public static AuditedAction SentAgain { get; } = new(BotVerbs.SendAgain, "You sent again what had not been delivered.");

    public static AuditedAttempt SendAgain { get; } = new(BotVerbs.SendAgain, "To send again what had not been delivered");

    public static AuditedAttempt See { get; } = new(BotVerbs.Status, "To see how everything stands");

    public static AuditWords Words { get; } = new() { Actions = [SentAgain], Attempts = [SendAgain, See] };
}
