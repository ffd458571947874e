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

    /// <summary>
    /// Puts the bot's token on a request for something that Teams keeps. The caller has checked that the address is Teams' own.
    /// </summary>
    /// <returns>False if the bot gets no token at the moment.</returns>
    Task<bool> AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}

/// <summary>Says how a request to Teams ended, after all retries.</summary>
public enum TeamsOutcome
{
    Done,

    /// <summary>
    /// Teams allows no posts there (403): the bot was removed or blocked, or the team is archived. For a message that is changed,
    /// it says only that this message can't be changed.
    /// </summary>
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

    /// <summary>The HTTP status of the last answer; null if there was none.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// True if Teams said that the bot was removed from the conversation, or that the person blocked or uninstalled it. Other
    /// refusals (403) have reasons that pass: an archived team, or an administrator's block.
    /// </summary>
    public bool IsRemoved { get; init; }

    /// <summary>
    /// True if Teams refused to change one message. That says nothing about the conversation: the message may be deleted, or too
    /// old to change. A request that was cut off, was too large, or came too often is not refused.
    /// </summary>
    public bool IsEditRefused =>
        Outcome is TeamsOutcome.Blocked or TeamsOutcome.NotFound
        || Status is 409 or 412
        || (Outcome == TeamsOutcome.Refused && !IsServerFault && !MayPass);

    /// <summary>
    /// True if the answer says nothing about the message: a redirect, a refused token, or a conflict with another request.
    /// </summary>
    public bool MayPass => Status is (>= 300 and < 400) or 401 or 408 or 409;
}
