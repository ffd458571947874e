namespace HartwoodPolicyBot.Core.Channels;

/// <summary>The channel that a practice manager chose for alerts; one row.</summary>
public sealed class IncidentsChannel
{
    public required string Place { get; init; }

    public required string ServiceUrl { get; set; }

    public required string ChannelId { get; set; }

    public string? TeamId { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ChosenAt { get; set; }
}
