namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>Holds what Teams adds to an activity: tenant, team and channel.</summary>
public sealed class TeamsData
{
    /// <summary>What Teams uses as the event type when somebody edits a message.</summary>
    public const string MessageEdited = "editMessage";

    /// <summary>
    /// What happened to the team or channel, such as "teamArchived", in a conversation update; what happened to the message, in a message
    /// update.
    /// </summary>
    public string? EventType { get; set; }

    public TenantRef? Tenant { get; set; }
    public TeamRef? Team { get; set; }
    public ChannelRef? Channel { get; set; }
    public TeamsDataSettings? Settings { get; set; }
}

/// <summary>Identifies the tenant of an activity.</summary>
public sealed class TenantRef
{
    public string? Id { get; set; }
}

/// <summary>Identifies a team; <see cref="Id"/> is also the id of its General channel.</summary>
public sealed class TeamRef
{
    public string? Id { get; set; }
    public string? Name { get; set; }
}

/// <summary>Identifies a channel of a team.</summary>
public sealed class ChannelRef
{
    public string? Id { get; set; }
    public string? Name { get; set; }
}

/// <summary>Holds, for an installation in a team, the channel that was chosen when the bot was added.</summary>
public sealed class TeamsDataSettings
{
    public ChannelRef? SelectedChannel { get; set; }
}
