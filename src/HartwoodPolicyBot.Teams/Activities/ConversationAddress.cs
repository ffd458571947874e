namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>Holds what is needed to write to a conversation, now or later.</summary>
/// <param name="ServiceUrl">The address of the conversation's connector; its host is checked before each use.</param>
/// <param name="ConversationId">The id of the chat, the channel, or the thread of a channel.</param>
public sealed record ConversationAddress(Uri ServiceUrl, string ConversationId)
{
    /// <summary>
    /// Returns the conversation that <paramref name="activity"/> was sent in. The endpoint has checked that both parts are
    /// there.
    /// </summary>
    public static ConversationAddress Of(TeamsActivity activity) =>
        new(new Uri(activity.ServiceUrl!, UriKind.Absolute), activity.Conversation!.Id!);
}

/// <summary>Describes a new conversation to Teams: a chat with one person, or a new thread in a channel.</summary>
public sealed class NewConversation
{
    public bool IsGroup { get; set; }
    public TeamsAccount? Bot { get; set; }
    public IList<TeamsAccount>? Members { get; set; }
    public string? TenantId { get; set; }
    public TeamsData? ChannelData { get; set; }
    public TeamsActivity? Activity { get; set; }

    /// <summary>Asks for the one-to-one chat with a person; Teams returns the existing chat or makes one.</summary>
    public static NewConversation WithPerson(string botId, string personId, string tenantId) =>
        new()
        {
            Bot = new TeamsAccount { Id = botId },
            Members = [new TeamsAccount { Id = personId }],
            TenantId = tenantId,
            ChannelData = new TeamsData { Tenant = new TenantRef { Id = tenantId } },
        };

    /// <summary>Asks for a new post in a channel; Teams refuses a thread without its first message.</summary>
    public static NewConversation InChannel(string channelId, TeamsActivity firstMessage) =>
        new()
        {
            IsGroup = true,
            ChannelData = new TeamsData { Channel = new ChannelRef { Id = channelId } },
            Activity = firstMessage,
        };
}

/// <summary>Holds one page of a conversation's members; <see cref="ContinuationToken"/> is empty on the last.</summary>
public sealed class MembersPage
{
    public IList<TeamsAccount>? Members { get; set; }
    public string? ContinuationToken { get; set; }
}
