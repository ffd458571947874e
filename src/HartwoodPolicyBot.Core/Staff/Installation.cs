namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Represents a place where the bot is installed: one person's chat, a team or a group chat. It is stored so that the welcome is sent
/// only once.
/// </summary>
public sealed class Installation
{
    /// <summary>Teams' id of the chat or team, whose format is not defined.</summary>
    public required string Place { get; init; }

    public InstallationScope Scope { get; init; }

    /// <summary>The day on which it was recorded. A time could be matched with an anonymous report.</summary>
    public DateTimeOffset InstalledAt { get; init; }
}

/// <summary>Says what kind of place the bot is installed in.</summary>
public enum InstallationScope
{
    Personal = 1,
    Team = 2,
    GroupChat = 3,
}
