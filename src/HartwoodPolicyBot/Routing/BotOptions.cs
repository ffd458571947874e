using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Routing;

/// <summary>Limits how fast one person may write to the bot; configuration section <c>Bot</c>.</summary>
internal sealed class BotOptions
{
    /// <summary>How many messages and clicks a minute one person may send over a longer time.</summary>
    /// <remarks>Teams itself lets a bot send 60 messages in 30 seconds to one chat.</remarks>
    [Range(1, 6000, ErrorMessage = "Bot:MessagesPerMinute must be 1 to 6000.")]
    public int MessagesPerMinute { get; set; } = 120;

    /// <summary>
    /// How many messages and clicks one person may send at once before <see cref="MessagesPerMinute"/> limits them.
    /// </summary>
    [Range(1, 6000, ErrorMessage = "Bot:Burst must be 1 to 6000.")]
    public int Burst { get; set; } = 150;
}
