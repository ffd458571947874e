namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// Writes to Teams outside a turn, and asks Teams about members. It is one of the two interfaces that another host
/// implements; the other is <see cref="ITurn"/>. Retries and pacing happen inside, so a result is final.
/// </summary>
/// <remarks>Source: Bot Connector REST API v3.</remarks>
public interface ITeamsClient
{
    Task<TeamsResult<SentMessage>> SendToConversationAsync(
        ConversationAddress to,
        TeamsActivity activity,
        CancellationToken cancellationToken
    );

    Task<TeamsResult<SentMessage>> ReplyToActivityAsync(
        ConversationAddress to,
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    );

    Task<TeamsResult<SentMessage>> UpdateActivityAsync(
        ConversationAddress to,
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    );

    Task<TeamsResult<SentMessage>> DeleteActivityAsync(ConversationAddress to, string activityId, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a chat with a person or a thread in a channel. The value has the ids of the conversation and of the first message.
    /// </summary>
    Task<TeamsResult<SentMessage>> CreateConversationAsync(Uri serviceUrl, NewConversation parameters, CancellationToken cancellationToken);

    /// <summary>Returns all members of the conversation, from all pages.</summary>
    Task<TeamsResult<IReadOnlyList<TeamsAccount>>> GetConversationMembersAsync(
        ConversationAddress conversation,
        CancellationToken cancellationToken
    );

    Task<TeamsResult<TeamsAccount>> GetConversationMemberAsync(
        ConversationAddress conversation,
        string memberId,
        CancellationToken cancellationToken
    );
}

/// <summary>Says how a request to Teams ended, after all retries.</summary>
public enum TeamsOutcome
{
    Done,

    /// <summary>The bot was blocked or uninstalled there (403), so it must stop sending.</summary>
    Blocked,

    /// <summary>The conversation or message is gone (404).</summary>
    NotFound,

    /// <summary>The message is over Teams' size limit (413), or over the bot's own limit and was not sent.</summary>
    TooLarge,

    /// <summary>Teams refused the request for another reason; trying again won't help.</summary>
    Refused,

    /// <summary>Teams did not answer, or answered with failures that are worth a retry, until the last attempt.</summary>
    Unavailable,
}

/// <summary>
/// Holds the result of a request to Teams. <see cref="Value"/> is set only if <see cref="Outcome"/> is Done and Teams sent a
/// value.
/// </summary>
public sealed record TeamsResult<T>(TeamsOutcome Outcome, T? Value = default)
    where T : class
{
    public bool Succeeded => Outcome == TeamsOutcome.Done;

    /// <summary>How long Teams asks the bot to wait, if it was too busy until the last attempt.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// True if Teams failed (5xx). A turn ends then; a delivery that has hours to arrive may be tried again later.
    /// </summary>
    public bool IsServerFault { get; init; }
}
