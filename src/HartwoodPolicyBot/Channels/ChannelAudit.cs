using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Channels;

/// <summary>Holds the audit codes for choosing the incidents channel, with their words.</summary>
internal static class ChannelAudit
{
    public static AuditedAction Chose { get; } = new(BotVerbs.UseChannel, "You chose the incidents channel.");

    public static AuditedAttempt Choose { get; } = new(BotVerbs.UseChannel, "To choose the incidents channel");

    public static AuditWords Words { get; } = new() { Actions = [Chose], Attempts = [Choose] };
}
