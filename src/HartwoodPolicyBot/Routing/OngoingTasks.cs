using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Finds the task that a person is in the middle of, among those of all features.</summary>
internal sealed class OngoingTasks(IEnumerable<IOngoingTask> tasks)
{
    private readonly IOngoingTask[] tasks = [.. tasks];

    /// <summary>Returns the answer of the task in which the text has a meaning; null if there is none.</summary>
    public async ValueTask<TeamsActivity?> AnswerAsync(TeamsActivity activity, string text, CancellationToken cancellationToken)
    {
        foreach (var task in tasks)
        {
            if (await task.AnswerAsync(activity, text, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    /// <summary>Returns the button that continues the person's task; null if they are in the middle of none.</summary>
    public async ValueTask<AdaptiveExecuteAction?> ContinueButtonAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        foreach (var task in tasks)
        {
            if (await task.ContinueAsync(activity, cancellationToken) is { } continueButton)
            {
                return continueButton;
            }
        }

        return null;
    }

    /// <summary>
    /// Returns the turn, wrapped so that its answer also has the button that continues the sender's task, so that they can go on after
    /// asking something. A sender without a task gets the turn as it is.
    /// </summary>
    public async ValueTask<ITurn> WithContinueButtonAsync(ITurn turn, CancellationToken cancellationToken) =>
        await ContinueButtonAsync(turn.Activity, cancellationToken) is { } continueButton
            ? new InterruptingTurn(turn, continueButton)
            : turn;
}
