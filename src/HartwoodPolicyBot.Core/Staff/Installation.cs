namespace HartwoodPolicyBot.Core.Staff;

/// <summary>A place where the bot is installed: one person's chat, a team, or a group chat. Kept so that the welcome comes once.</summary>
public sealed class Installation
{
    /// <summary>Teams' id of the chat, or of the team. Opaque.</summary>
    public required string Place { get; init; }

    public InstallationScope Scope { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset InstalledAt { get; init; }
}

public enum InstallationScope
{
    Personal = 1,
    Team = 2,
    GroupChat = 3,
}
