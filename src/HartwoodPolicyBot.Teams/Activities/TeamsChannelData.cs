namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>What Teams adds to an activity: tenant, team, channel.</summary>
public sealed class TeamsChannelData
{
    public TenantInfo? Tenant { get; set; }
    public TeamInfo? Team { get; set; }
    public ChannelInfo? Channel { get; set; }
    public TeamsChannelDataSettings? Settings { get; set; }
}

public sealed class TenantInfo
{
    public string? Id { get; set; }
}

/// <summary>A team; <see cref="Id"/> is also the id of its General channel.</summary>
public sealed class TeamInfo
{
    public string? Id { get; set; }
    public string? Name { get; set; }
}

public sealed class ChannelInfo
{
    public string? Id { get; set; }
    public string? Name { get; set; }
}

/// <summary>Of an installation in a team: the channel that was chosen when the bot was added.</summary>
public sealed class TeamsChannelDataSettings
{
    public ChannelInfo? SelectedChannel { get; set; }
}
