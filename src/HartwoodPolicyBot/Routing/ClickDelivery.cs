using System.Collections.Frozen;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Sends the answer to a click, in the way that fits how the client sent the click. A click says which message it was made in,
/// and anybody can write that; so only a message that may have the button is replaced.
/// </summary>
internal sealed class ClickDelivery(
    IEnumerable<IConversation> conversations,
    SentCards sentCards,
    AlwaysReachable always,
    TimeProvider time
)
{
    /// <summary>The refusal that somebody was last told in a message, which is still there to read.</summary>
    private readonly RecentByPerson<Refusal> told = new(time);

    private readonly FrozenDictionary<string, KeptCard> cards = conversations
        .SelectMany(conversation => conversation.Verbs)
        .Where(verb => verb.Card is not null)
        .ToFrozenDictionary(verb => verb.Verb, verb => verb.Card!, StringComparer.Ordinal);

    /// <summary>
    /// Answers an <c>Action.Execute</c> in the HTTP response. Answers its fallback, <c>Action.Submit</c>, by editing the card
    /// or by a new message.
    /// </summary>
    public async Task<TurnOutcome> DeliverAsync(ITurn turn, CardClick click, ClickAnswer answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case ClickAnswer.InPlace { Message: var message } when await MayReplaceAsync(turn.Activity, click, cancellationToken):
                return click.IsInvoke ? new(true, InvokeAnswer.Card(CardOf(message))) : await EditAsync(turn, message, cancellationToken);
            case ClickAnswer.InPlace { Message: var message }:
                return await SayAsync(turn, click, new(message), cancellationToken);
            case ClickAnswer.Said newMessage:
                return await SayAsync(turn, click, newMessage, cancellationToken);
            case ClickAnswer.Refused { Why: var why } when click.IsInvoke:
                // What the client shows at the card is gone in a moment and has no button. Where nobody else reads it, it is also said,
                // except to somebody who tries what isn't theirs: they need no way on.
                if (Sender.IsPersonal(turn) && why.Kind != RefusalKind.NotAllowed && told.Find(turn.Activity) != why)
                {
                    told.Remember(turn.Activity, why);
                    await turn.SendActivityAsync(SmallTalkCards.Refused(why), cancellationToken);
                }

                return new(true, InvokeAnswer.Refused(RefusalStatus.OfClick(why), why.Sentence));
            case ClickAnswer.Refused { Why: var why }:
                return Outcome(await turn.SendActivityAsync(SmallTalkCards.Refused(why), cancellationToken));
            default:
                throw new InvalidOperationException($"No way to deliver {answer.GetType().Name}");
        }
    }

    /// <summary>
    /// Returns how the turn ends after a send. Only when Teams can't be reached is it worth trying the whole turn again.
    /// </summary>
    public static TurnOutcome Outcome(TeamsResult<SentMessage> result) =>
        result.Outcome == TeamsOutcome.Unavailable ? TurnOutcome.NotDelivered : TurnOutcome.Done;

    /// <summary>
    /// Returns whether the message that was clicked may be replaced. In a person's own chat it may: nobody else reads it. In a
    /// conversation of several people, Teams ties an <c>Action.Execute</c> to its message, but a message with data says only
    /// itself where it comes from. A card that was delivered is replaced by its own buttons alone, wherever it is.
    /// </summary>
    private async Task<bool> MayReplaceAsync(TeamsActivity activity, CardClick click, CancellationToken cancellationToken)
    {
        var isPrivate = Sender.IsPersonal(activity);
        if (activity.ReplyToId is not { Length: > 0 } clicked)
        {
            return isPrivate || click.IsInvoke;
        }

        // Delivered cards that are kept up to date go to channels, and to people who are always reachable.
        if (isPrivate && !always.Includes(Sender.IdOf(activity)))
        {
            return true;
        }

        var conversation = activity.Conversation!.Id!;
        var sent = isPrivate
            ? await sentCards.InChatAsync(Sender.IdOf(activity), conversation, clicked, cancellationToken)
            : await sentCards.InChannelAsync(conversation, clicked, cancellationToken);
        return sent is null || (isPrivate && !cards.Values.Any(card => card.Kinds.Contains(sent.Kind)))
            ? isPrivate || click.IsInvoke
            : cards.TryGetValue(click.Verb, out var own) && own.KeyOf(click) == sent.Key;
    }

    private static async Task<TurnOutcome> EditAsync(ITurn turn, TeamsActivity message, CancellationToken cancellationToken)
    {
        // A Submit edits the card that was clicked. If there is no such card, or Teams refuses to edit it, the answer is a new message.
        if (turn.Activity.ReplyToId is { Length: > 0 } card)
        {
            var edited = await turn.UpdateActivityAsync(card, message, cancellationToken);
            if (!edited.IsEditRefused)
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
