namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// Writes to Teams outside a turn and asks it who is there. The second interface that another host implements.
/// Retries and pacing happen inside; what comes back is final.
/// </summary>
/// <remarks>Source: Bot Connector REST API v3.</remarks>
public interface IConnectorClient
{
    Task<ConnectorResult<ResourceResponse>> SendToConversationAsync(
        ConversationReference to,
        Activity activity,
        CancellationToken cancellationToken
    );

    Task<ConnectorResult<ResourceResponse>> ReplyToActivityAsync(
        ConversationReference to,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    );

    Task<ConnectorResult<ResourceResponse>> UpdateActivityAsync(
        ConversationReference to,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    );

    Task<ConnectorResult<ResourceResponse>> DeleteActivityAsync(
        ConversationReference to,
        string activityId,
        CancellationToken cancellationToken
    );

    /// <summary>Opens a chat with a person or a thread in a channel; the value's ids are the conversation's and the first message's.</summary>
    Task<ConnectorResult<ResourceResponse>> CreateConversationAsync(
        Uri serviceUrl,
        ConversationParameters parameters,
        CancellationToken cancellationToken
    );

    /// <summary>Everybody in the conversation, page by page to the end.</summary>
    Task<ConnectorResult<IReadOnlyList<ChannelAccount>>> GetConversationMembersAsync(
        ConversationReference conversation,
        CancellationToken cancellationToken
    );

    Task<ConnectorResult<ChannelAccount>> GetConversationMemberAsync(
        ConversationReference conversation,
        string memberId,
        CancellationToken cancellationToken
    );

    Task<ConnectorResult<TeamDetails>> GetTeamDetailsAsync(Uri serviceUrl, string teamId, CancellationToken cancellationToken);
}

/// <summary>How a request to Teams ended, after all retries.</summary>
public enum ConnectorOutcome
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

/// <summary>The end of a request to Teams; <see cref="Value"/> is there only when <see cref="Outcome"/> is Done and Teams sent one.</summary>
public sealed record ConnectorResult<T>(ConnectorOutcome Outcome, T? Value = default)
    where T : class
{
    public bool Succeeded => Outcome == ConnectorOutcome.Done;

    /// <summary>How long Teams asks to wait, when it was too busy until the end.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Teams failed (5xx). A turn ends there; what has hours to arrive may try again later.</summary>
    public bool IsServerFault { get; init; }
}
