using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Remembers what the last message to each person offered, for 10 minutes and in memory only, so that a typed "yes" does it. An
/// offer is a question that one button answers with yes: "Did you mean training?", or "Report this".
/// </summary>
internal sealed class RecentOffers(TimeProvider time)
{
    private readonly RecentByPerson<CardData> recent = new(time);

    /// <summary>Returns the turn, wrapped so that what its answer offers is remembered.</summary>
    public ITurn Around(ITurn turn) => new OfferingTurn(turn, this);

    /// <summary>Remembers what a message to the sender offers, and forgets what the one before it offered.</summary>
    public void Remember(TeamsActivity to, TeamsActivity message)
    {
        if (OfferIn(message) is { } offer)
        {
            recent.Remember(to, offer);
        }
        else
        {
            recent.Forget(to);
        }
    }

    /// <summary>Returns the click that accepts what was offered last; null if nothing was, or too long ago.</summary>
    public CardClick? Accept(TeamsActivity from) =>
        recent.Find(from) is { } offer ? new CardClick(offer.Verb, offer.Id, IsInvoke: false) : null;

    private static CardData? OfferIn(TeamsActivity message) =>
        message.Attachments is [{ Content: AdaptiveCard { Actions: [AdaptiveExecuteAction { Data: { Id: not null } data }, ..] } }]
        && data.Verb is ReportOffer.Verb or BotVerbs.Command
            ? data
            : null;
}

/// <summary>Wraps a turn so that what its answer offers is remembered.</summary>
internal sealed class OfferingTurn(ITurn turn, RecentOffers offers) : ITurn
{
    public TeamsActivity Activity => turn.Activity;

    /// <summary>The click that accepts what was offered before this turn; null if nothing was.</summary>
    public CardClick? Accepted { get; } = offers.Accept(turn.Activity);

    public Task<TeamsResult<SentMessage>> SendActivityAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        offers.Remember(turn.Activity, activity);
        return turn.SendActivityAsync(activity, cancellationToken);
    }

    public Task<TeamsResult<SentMessage>> UpdateActivityAsync(
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    ) => turn.UpdateActivityAsync(activityId, activity, cancellationToken);
}
