using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Routing;

/// <summary>Sends the answer to a click, in the way that fits how the client sent the click.</summary>
internal static class ClickDelivery
{
    /// <summary>
    /// Answers an <c>Action.Execute</c> in the HTTP response. Answers its fallback, <c>Action.Submit</c>, by editing the card
    /// or by a new message.
    /// </summary>
    public static async Task<TurnOutcome> DeliverAsync(
        ITurn turn,
        CardClick click,
        ClickAnswer answer,
        CancellationToken cancellationToken
    ) =>
        answer switch
        {
            ClickAnswer.InPlace { Message: var message } when click.IsInvoke => new(true, InvokeAnswer.Card(CardOf(message))),
            ClickAnswer.InPlace { Message: var message } => await EditAsync(turn, message, cancellationToken),
            ClickAnswer.Said newMessage => await SayAsync(turn, click, newMessage, cancellationToken),
            ClickAnswer.Refused refused when click.IsInvoke => new(
                true,
                InvokeAnswer.Refused(RefusalStatus.OfClick(refused.Why), refused.Why.Sentence)
            ),
            ClickAnswer.Refused refused => Outcome(
                await turn.SendActivityAsync(SmallTalkCards.Sentence(refused.Why.Sentence), cancellationToken)
            ),
            _ => throw new InvalidOperationException($"No way to deliver {answer.GetType().Name}"),
        };

    /// <summary>
    /// Returns how the turn ends after a send. Only when Teams can't be reached is it worth trying the whole turn again.
    /// </summary>
    public static TurnOutcome Outcome(TeamsResult<SentMessage> result) =>
        result.Outcome == TeamsOutcome.Unavailable ? TurnOutcome.NotDelivered : TurnOutcome.Done;

    private static async Task<TurnOutcome> EditAsync(ITurn turn, TeamsActivity message, CancellationToken cancellationToken)
    {
        // A Submit edits the card that was clicked. If there is no such card, or it is gone, the answer is a new message.
        if (turn.Activity.ReplyToId is { Length: > 0 } card)
        {
            var edited = await turn.UpdateActivityAsync(card, message, cancellationToken);
            if (edited.Outcome is not (TeamsOutcome.NotFound or TeamsOutcome.Refused))
            {
                return Outcome(edited);
            }
        }

        return Outcome(await turn.SendActivityAsync(message, cancellationToken));
    }

    private static async Task<TurnOutcome> SayAsync(
        ITurn turn,
        CardClick click,
        ClickAnswer.Said newMessage,
        CancellationToken cancellationToken
    )
    {
        var sent = await turn.SendActivityAsync(newMessage.Message, cancellationToken);
        await (newMessage.Work ?? Task.CompletedTask);
        var outcome = Outcome(sent);
        return click.IsInvoke
            ? outcome with
            {
                Invoke = InvokeAnswer.Message(sent.Succeeded ? Sentences.AnsweredBelow : Sentences.NotDelivered),
            }
            : outcome;
    }

    private static AdaptiveCard CardOf(TeamsActivity message) => (AdaptiveCard)message.Attachments![0].Content!;
}
