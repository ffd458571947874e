using System.Collections.Frozen;
using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Routing;

/// <summary>Handles each turn once, limits how fast a sender may write, and apologises if a bug ends the turn.</summary>
internal sealed class PolicyBot(
    RecentTurns recentTurns,
    SenderLimit limit,
    SenderTurns turns,
    RecentOffers offers,
    TurnRouter router,
    ReturnedChannels channels,
    ILogger<PolicyBot> log
) : ITurnHandler
{
    /// <summary>Only these types are named in the metrics, so that senders can't add names of their own.</summary>
    private static readonly FrozenSet<string> KnownTypes = FrozenSet.Create(
        ActivityKinds.Message,
        ActivityKinds.Invoke,
        ActivityKinds.ConversationUpdate,
        ActivityKinds.InstallationUpdate
    );

    public async Task<TurnOutcome> OnTurnAsync(ITurn turn, CancellationToken cancellationToken)
    {
        using var timing = Telemetry.BeginTurn(KnownTypes.Contains(turn.Activity.Type ?? "") ? turn.Activity.Type! : "other");
        var (outcome, wasRepeated) = await recentTurns.RunOnceAsync(
            turn.Activity,
            () => HandleAsync(new ExplainingTurn(turn, log), cancellationToken)
        );
        if (!wasRepeated)
        {
            return outcome;
        }

        log.RepeatedTurnDropped();
        return outcome.Delivered && turn.Activity.Type == ActivityKinds.Invoke
            ? new(true, SayTo(turn.Activity, Sentences.AlreadyAnswered))
            : outcome with
            {
                Invoke = null,
            };
    }

    public InvokeAnswer AnswerLate(TeamsActivity activity)
    {
        log.TurnTooSlow();
        return SayTo(activity, Sentences.StillWorking);
    }

    public InvokeAnswer AnswerTooLarge(TeamsActivity activity) => SayTo(activity, Sentences.TooLong);

    /// <summary>Returns the answer that shows a sentence for this kind of invoke. A dialog shows cards only.</summary>
    private static InvokeAnswer SayTo(TeamsActivity activity, string sentence) =>
        activity.Name switch
        {
            ActivityKinds.ComposeExtensionFetchTask or ActivityKinds.ComposeExtensionSubmitAction => InvokeAnswer.Dialog(
                Sentences.Name,
                SmallTalkCards.ForDialog(sentence)
            ),
            ActivityKinds.ComposeExtensionQuery => InvokeAnswer.Search(SearchAnswer.Saying(sentence)),
            ActivityKinds.AdaptiveCardAction => InvokeAnswer.Message(sentence),
            _ => InvokeAnswer.Taken,
        };

    private async Task<TurnOutcome> HandleAsync(ExplainingTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            if (limit.Count(Sender.IdOf(turn)) is var verdict and not PaceVerdict.Allowed)
            {
                return await SlowDownAsync(turn, verdict, cancellationToken);
            }

            using var begun = await turns.BeginAsync(Sender.IdOf(turn), cancellationToken);
            await channels.ReleaseForAsync(turn.Activity, cancellationToken);
            return await router.RouteAsync(offers.Around(turn), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return await ApologiseAsync(turn, fault, cancellationToken);
        }
    }

    private async Task<TurnOutcome> SlowDownAsync(ExplainingTurn turn, PaceVerdict verdict, CancellationToken cancellationToken)
    {
        log.SenderTooFast();
        if (turn.Activity.Type == ActivityKinds.Invoke)
        {
            return new(true, SayTo(turn.Activity, Sentences.SlowDown));
        }

        return verdict == PaceVerdict.TooFast && turn.Activity.Type == ActivityKinds.Message
            ? await TurnRouter.SayAsync(turn, SmallTalkCards.SlowDown(), cancellationToken)
            : TurnOutcome.Done;
    }

    /// <summary>
    /// Logs the bug with a reference, and sends the person that reference and what to do next, without any detail.
    /// </summary>
    private async Task<TurnOutcome> ApologiseAsync(ExplainingTurn turn, Exception fault, CancellationToken cancellationToken)
    {
        if (DatabaseFaults.IsOutOfReach(fault))
        {
            log.DatabaseUnusable(fault.GetBaseException().Message.ReplaceLineEndings(" "));
            return turn.Activity.Type switch
            {
                ActivityKinds.Invoke => new(true, SayTo(turn.Activity, Sentences.NotStored)),
                ActivityKinds.Message => await TurnRouter.SayAsync(
                    turn,
                    SmallTalkCards.NotStored(turn.Activity.Written.Kept),
                    cancellationToken
                ),
                _ => TurnOutcome.NotDelivered,
            };
        }

        var reference = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        log.TurnFailed(fault, reference);
        return turn.Activity.Type switch
        {
            ActivityKinds.Invoke => new(true, SayTo(turn.Activity, Sentences.Apology(reference))),
            ActivityKinds.Message => await TurnRouter.SayAsync(turn, SmallTalkCards.Apology(reference), cancellationToken),
            _ => TurnOutcome.Done,
        };
    }
}
