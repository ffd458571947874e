using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Something that a person began and may leave and come back to, such as their training.</summary>
public interface IOngoingTask
{
    /// <summary>
    /// The message that answers a text which means something only now, such as "B" or "cancel"; null for every other
    /// text, which goes its usual way.
    /// </summary>
    ValueTask<TeamsActivity?> AnswerAsync(TeamsActivity said, string text, CancellationToken cancellationToken);

    /// <summary>The button with which the person goes on; null when nothing is under way.</summary>
    ValueTask<AdaptiveExecuteAction?> ContinueAsync(TeamsActivity said, CancellationToken cancellationToken);
}

/// <summary>A turn whose answer also offers to go on with what is under way.</summary>
internal sealed class InterruptingTurn(ITurn turn, AdaptiveExecuteAction goOn) : ITurn
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
                Actions = [.. actions ?? [], goOn],
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
