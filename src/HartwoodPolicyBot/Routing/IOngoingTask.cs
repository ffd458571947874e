using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Represents something that a person has started and can leave and come back to, such as their training.</summary>
internal interface IOngoingTask
{
    /// <summary>
    /// Returns the message that answers a text with a meaning in this task only, such as "B" or "cancel"; null if the text
    /// should be handled in the usual way.
    /// </summary>
    ValueTask<TeamsActivity?> AnswerAsync(TeamsActivity activity, string text, CancellationToken cancellationToken);

    /// <summary>Returns the button that continues the task; null if the person has not started one.</summary>
    ValueTask<AdaptiveExecuteAction?> ContinueAsync(TeamsActivity activity, CancellationToken cancellationToken);
}

/// <summary>Wraps a turn so that its answer also has the button that continues the task.</summary>
internal sealed class InterruptingTurn(ITurn turn, AdaptiveExecuteAction continueButton) : ITurn
{
    /// <summary>Source: Teams store guidelines, actions of a card.</summary>
    private const int MostButtons = 6;

    public TeamsActivity Activity => turn.Activity;

    public Task<TeamsResult<SentMessage>> SendActivityAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (
            activity.Attachments is [{ Content: AdaptiveCard { Actions: var actions } card } attachment]
            && (actions?.Count ?? 0) < MostButtons
        )
        {
            attachment.Content = new AdaptiveCard
            {
                FallbackText = card.FallbackText,
                Body = card.Body,
                Actions = [.. actions ?? [], continueButton],
            };
        }

        return turn.SendActivityAsync(activity, cancellationToken);
    }

    public Task<TeamsResult<SentMessage>> UpdateActivityAsync(
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    ) => turn.UpdateActivityAsync(activityId, activity, cancellationToken);
}
