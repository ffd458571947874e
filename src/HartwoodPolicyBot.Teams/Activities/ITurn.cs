namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// Represents one turn: the activity, and the ways to answer it. It is one of the two interfaces that another host (Bot
/// Builder, Agents SDK) implements to run the same conversations.
/// </summary>
public interface ITurn
{
    /// <summary>
    /// The activity. The host has checked that it is authentic, from an allowed tenant, and has a sender, a conversation and a
    /// service URL.
    /// </summary>
    TeamsActivity Activity { get; }

    /// <summary>Answers in the conversation, or in the thread if it is a channel.</summary>
    Task<TeamsResult<SentMessage>> SendActivityAsync(TeamsActivity activity, CancellationToken cancellationToken);

    /// <summary>Replaces a message that the bot sent with <paramref name="activity"/>.</summary>
    Task<TeamsResult<SentMessage>> UpdateActivityAsync(string activityId, TeamsActivity activity, CancellationToken cancellationToken);
}

/// <summary>Handles the activities that a host has checked.</summary>
public interface ITurnHandler
{
    /// <summary>Handles one turn. The outcome has an answer for invokes only.</summary>
    Task<TurnOutcome> OnTurnAsync(ITurn turn, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the answer to an invoke whose turn isn't finished although the client won't wait any longer. The turn goes on.
    /// </summary>
    InvokeAnswer AnswerLate(TeamsActivity activity);

    /// <summary>Returns the answer to an invoke whose own answer is too large for Teams.</summary>
    InvokeAnswer AnswerTooLarge(TeamsActivity activity);
}

/// <summary>Says how a turn ended, so that the host can answer the HTTP request.</summary>
/// <param name="Delivered">False if the answer did not reach Teams; the host then asks Teams to send the turn again.</param>
/// <param name="Invoke">The answer to an invoke; null for other activities.</param>
public sealed record TurnOutcome(bool Delivered, InvokeAnswer? Invoke = null)
{
    public static readonly TurnOutcome Done = new(true);
    public static readonly TurnOutcome NotDelivered = new(false);
}
