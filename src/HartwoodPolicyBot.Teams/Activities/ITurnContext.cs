namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// One turn: what was said, and how to answer it. One of the two interfaces that another host
/// (Bot Builder, Agents SDK) implements to run the same conversations.
/// </summary>
public interface ITurnContext
{
    /// <summary>What was said. Checked by the host: authentic, from an allowed tenant, with sender, conversation and service URL.</summary>
    Activity Activity { get; }

    /// <summary>Answers in the conversation; in a channel, in the thread.</summary>
    Task<ConnectorResult<ResourceResponse>> SendActivityAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Puts <paramref name="activity"/> in the place of a message that the bot sent.</summary>
    Task<ConnectorResult<ResourceResponse>> UpdateActivityAsync(string activityId, Activity activity, CancellationToken cancellationToken);
}

/// <summary>What a host calls for each checked activity.</summary>
public interface IBot
{
    /// <summary>Handles one turn; the answer is null except for invokes.</summary>
    Task<TurnOutcome> OnTurnAsync(ITurnContext turn, CancellationToken cancellationToken);
}

/// <summary>How a turn ended, for the host to answer the HTTP request with.</summary>
/// <param name="Delivered">False when the answer did not reach Teams; the host then asks for the turn again.</param>
/// <param name="Invoke">The answer to an invoke.</param>
public sealed record TurnOutcome(bool Delivered, InvokeResponse? Invoke = null)
{
    public static readonly TurnOutcome Done = new(true);
    public static readonly TurnOutcome NotDelivered = new(false);
}
