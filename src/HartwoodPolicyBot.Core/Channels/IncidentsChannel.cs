namespace HartwoodPolicyBot.Core.Channels;

/// <summary>Holds the incidents channel that a practice manager chose, stored as one row.</summary>
public sealed class IncidentsChannel
{
    public required string Place { get; init; }

    public required string ServiceUrl { get; set; }

    public required string ChannelId { get; set; }

    public string? TeamId { get; set; }

    /// <summary>The time when the channel was chosen, in UTC.</summary>
    public DateTimeOffset ChosenAt { get; set; }
}
