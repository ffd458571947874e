namespace HartwoodPolicyBot.Core.Channels;

/// <summary>Says where a channel is in Teams.</summary>
public sealed record ChannelAddress(string ServiceUrl, string ChannelId, string? TeamId)
{
    /// <summary>The channel's own id: Teams adds the message that began a thread to the conversation id of the thread.</summary>
    public static string WithoutThread(string conversationId) => conversationId.Split(';')[0];
}
