using System.Collections.Frozen;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Routing;

/// <summary>Takes each turn once, at a pace that one sender may have, and answers also where a fault of the bot's own ends it.</summary>
public sealed class PolicyBot(RecentTurns known, SenderLimit limit, TurnRouter router, ILogger<PolicyBot> log) : ITurnHandler
{
    /// <summary>A type that a sender thought up does not become a name among the metrics.</summary>
    private static readonly FrozenSet<string> KnownTypes = FrozenSet.Create(
        ActivityKinds.Message,
        ActivityKinds.Invoke,
        ActivityKinds.ConversationUpdate,
        ActivityKinds.InstallationUpdate
    );

    public async Task<TurnOutcome> OnTurnAsync(ITurn turn, CancellationToken cancellationToken)
    {
        using var timing = Telemetry.BeginTurn(KnownTypes.Contains(turn.Activity.Type ?? "") ? turn.Activity.Type! : "other");
        var (outcome, wasKnown) = await known.RunOnceAsync(turn.Activity, () => HandleAsync(turn, cancellationToken));
        if (!wasKnown)
        {
            return outcome;
        }

        log.KnownTurnDropped();
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
                : await router.RouteAsync(turn, cancellationToken);
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

    /// <summary>A bug: one line with a reference in the log, the reference and a way forward for the person, no detail.</summary>
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
