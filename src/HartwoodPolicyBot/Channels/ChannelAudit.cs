using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Channels;

/// <summary>What the audit says of choosing the incidents channel.</summary>
internal static class ChannelAudit
{
    public static AuditedAction Chose { get; } = new(BotVerbs.UseChannel, "You chose the channel for incident alerts.");

    public static AuditedAttempt Choose { get; } = new(BotVerbs.UseChannel, "To choose the channel for incident alerts");

    public static AuditWords Words { get; } = new() { Actions = [Chose], Attempts = [Choose] };
}
