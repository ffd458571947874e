using System.Collections.Frozen;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Routing;

/// <summary>Handles each turn once, limits how fast a sender may write, and apologises if a bug ends the turn.</summary>
public sealed class PolicyBot(RecentTurns recentTurns, SenderLimit limit, RecentOffers offers, TurnRouter router, ILogger<PolicyBot> log)
    : ITurnHandler
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
        var (outcome, wasRepeated) = await recentTurns.RunOnceAsync(turn.Activity, () => HandleAsync(turn, cancellationToken));
        if (!wasRepeated)
        {
            return outcome;
        }

        log.RepeatedTurnDropped();
        return outcome.Delivered && turn.Activity.Type == ActivityKinds.Invoke
            ? new(true, InvokeAnswer.Message(Sentences.AlreadyAnswered))
            : outcome with
            {
                Invoke = null,
            };
    }

    private async Task<TurnOutcome> HandleAsync(ITurn turn, CancellationToken cancellationToken)
    {
        try
        {
            return limit.Count(Sender.IdOf(turn)) is var verdict and not SenderVerdict.Allowed
                ? await SlowDownAsync(turn, verdict, cancellationToken)
                : await router.RouteAsync(offers.Around(turn), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return await ApologiseAsync(turn, fault, cancellationToken);
        }
    }

    private async Task<TurnOutcome> SlowDownAsync(ITurn turn, SenderVerdict verdict, CancellationToken cancellationToken)
    {
        log.SenderTooFast();
        if (turn.Activity.Type == ActivityKinds.Invoke)
        {
            return new(true, InvokeAnswer.Message(Sentences.SlowDown));
        }

        return verdict == SenderVerdict.TooFast && turn.Activity.Type == ActivityKinds.Message
            ? await TurnRouter.SayAsync(turn, SmallTalkCards.SlowDown(), cancellationToken)
            : TurnOutcome.Done;
    }

    /// <summary>
    /// Logs the bug with a reference, and sends the person that reference and what to do next, without any detail.
    /// </summary>
    private async Task<TurnOutcome> ApologiseAsync(ITurn turn, Exception fault, CancellationToken cancellationToken)
    {
        var reference = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        log.TurnFailed(fault, reference);
        return turn.Activity.Type switch
        {
            ActivityKinds.Invoke => new(true, InvokeAnswer.Message(Sentences.Apology(reference))),
            ActivityKinds.Message => await TurnRouter.SayAsync(turn, SmallTalkCards.Apology(reference), cancellationToken),
            _ => TurnOutcome.Done,
        };
    }
}
