using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Routing;

/// <summary>Wraps a turn so that an answer that is too large for Teams is replaced by a sentence, not by silence.</summary>
internal sealed class ExplainingTurn(ITurn turn, ILogger log) : ITurn
{
    public TeamsActivity Activity => turn.Activity;

    public async Task<TeamsResult<SentMessage>> SendActivityAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var sent = await turn.SendActivityAsync(activity, cancellationToken);
        return sent.Outcome == TeamsOutcome.TooLarge ? await ExplainAsync(cancellationToken) : sent;
    }

    public async Task<TeamsResult<SentMessage>> UpdateActivityAsync(
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    )
    {
        var edited = await turn.UpdateActivityAsync(activityId, activity, cancellationToken);
        return edited.Outcome == TeamsOutcome.TooLarge ? await ExplainAsync(cancellationToken) : edited;
    }

    private Task<TeamsResult<SentMessage>> ExplainAsync(CancellationToken cancellationToken)
    {
        log.AnswerTooLarge();
        return turn.SendActivityAsync(SmallTalkCards.Sentence(Sentences.TooLong), cancellationToken);
    }
}
