namespace HartwoodPolicyBot.Core.Channels;

/// <summary>Holds the address of a channel in Teams.</summary>
public sealed record ChannelAddress(string ServiceUrl, string ChannelId, string? TeamId)
{
    /// <summary>
    /// Returns the channel's id without the thread: in a thread, Teams appends the id of its first message to the conversation
    /// id.
    /// </summary>
    public static string WithoutThread(string conversationId) => conversationId.Split(';')[0];
}
