namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// One turn: what was said, and how to answer it. One of the two interfaces that another host
/// (Bot Builder, Agents SDK) implements to run the same conversations.
/// </summary>
public interface ITurn
{
    /// <summary>What was said. Checked by the host: authentic, from an allowed tenant, with sender, conversation and service URL.</summary>
    TeamsActivity Activity { get; }

    /// <summary>Answers in the conversation; in a channel, in the thread.</summary>
    Task<TeamsResult<SentMessage>> SendActivityAsync(TeamsActivity activity, CancellationToken cancellationToken);

    /// <summary>Puts <paramref name="activity"/> in the place of a message that the bot sent.</summary>
    Task<TeamsResult<SentMessage>> UpdateActivityAsync(string activityId, TeamsActivity activity, CancellationToken cancellationToken);
}

/// <summary>What a host calls for each checked activity.</summary>
public interface ITurnHandler
{
    /// <summary>Handles one turn; the answer is null except for invokes.</summary>
    Task<TurnOutcome> OnTurnAsync(ITurn turn, CancellationToken cancellationToken);
}

/// <summary>How a turn ended, for the host to answer the HTTP request with.</summary>
/// <param name="Delivered">False when the answer did not reach Teams; the host then asks for the turn again.</param>
/// <param name="Invoke">The answer to an invoke.</param>
public sealed record TurnOutcome(bool Delivered, InvokeAnswer? Invoke = null)
{
    public static readonly TurnOutcome Done = new(true);
    public static readonly TurnOutcome NotDelivered = new(false);
}
