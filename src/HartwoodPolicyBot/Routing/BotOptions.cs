using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Routing;

/// <summary>How much one person may say at once: section <c>Bot</c>.</summary>
public sealed class BotOptions
{
    /// <summary>Messages and clicks a minute that one person can keep up.</summary>
    /// <remarks>Teams itself lets a bot send 60 messages in 30 seconds to one chat.</remarks>
    [Range(1, 6000, ErrorMessage = "Bot:MessagesPerMinute must be 1 to 6000.")]
    public int MessagesPerMinute { get; set; } = 120;

    /// <summary>Messages and clicks that one person may send at once, before the pace counts.</summary>
    [Range(1, 6000, ErrorMessage = "Bot:Burst must be 1 to 6000.")]
    public int Burst { get; set; } = 150;
}
