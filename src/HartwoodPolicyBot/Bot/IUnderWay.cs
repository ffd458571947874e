using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Bot;

/// <summary>Something that a person began and may leave and come back to, such as their training.</summary>
public interface IUnderWay
{
    /// <summary>The message that answers a text which means something only now, such as "B" or "cancel"; null for every other text, which goes its usual way.</summary>
    ValueTask<Activity?> AnswerAsync(Activity said, string text, CancellationToken cancellationToken);

    /// <summary>The button with which the person goes on; null when nothing is under way.</summary>
    ValueTask<ExecuteAction?> ContinueAsync(Activity said, CancellationToken cancellationToken);
}

/// <summary>A turn whose answer also offers to go on with what is under way.</summary>
internal sealed class InterruptingTurn(ITurnContext turn, ExecuteAction goOn) : ITurnContext
{
    /// <summary>Source: Teams store guidelines, actions of a card.</summary>
    private const int MostButtons = 6;

    public Activity Activity => turn.Activity;

    public Task<ConnectorResult<ResourceResponse>> SendActivityAsync(Activity activity, CancellationToken cancellationToken)
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

    public Task<ConnectorResult<ResourceResponse>> UpdateActivityAsync(
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    ) => turn.UpdateActivityAsync(activityId, activity, cancellationToken);
}
