namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// Writes to Teams outside a turn and asks it who is there. The second interface that another host implements.
/// Retries and pacing happen inside; what comes back is final.
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
    /// Opens a chat with a person or a thread in a channel; the value's ids are the conversation's and the first
    /// message's.
    /// </summary>
    Task<TeamsResult<SentMessage>> CreateConversationAsync(Uri serviceUrl, NewConversation parameters, CancellationToken cancellationToken);

    /// <summary>Everybody in the conversation, page by page to the end.</summary>
    Task<TeamsResult<IReadOnlyList<TeamsAccount>>> GetConversationMembersAsync(
        ConversationAddress conversation,
        CancellationToken cancellationToken
    );

    Task<TeamsResult<TeamsAccount>> GetConversationMemberAsync(
        ConversationAddress conversation,
        string memberId,
        CancellationToken cancellationToken
    );

    Task<TeamsResult<TeamFacts>> GetTeamDetailsAsync(Uri serviceUrl, string teamId, CancellationToken cancellationToken);
}

/// <summary>How a request to Teams ended, after all retries.</summary>
public enum TeamsOutcome
{
    Done,

    /// <summary>The bot was blocked or uninstalled there (403): stop sending.</summary>
    Blocked,

    /// <summary>The conversation or message is gone (404).</summary>
    NotFound,

    /// <summary>Over Teams' message size (413), or over the bot's own limit before it was sent.</summary>
    TooLarge,

    /// <summary>Teams refuses the request for another reason; trying again will not help.</summary>
    Refused,

    /// <summary>No answer, or only failures worth a retry, until the last attempt.</summary>
    Unavailable,
}

/// <summary>
/// The end of a request to Teams; <see cref="Value"/> is there only when <see cref="Outcome"/> is Done and Teams sent
/// one.
/// </summary>
public sealed record TeamsResult<T>(TeamsOutcome Outcome, T? Value = default)
    where T : class
{
    public bool Succeeded => Outcome == TeamsOutcome.Done;

    /// <summary>How long Teams asks to wait, when it was too busy until the end.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Teams failed (5xx). A turn ends there; what has hours to arrive may try again later.</summary>
    public bool IsServerFault { get; init; }
}
