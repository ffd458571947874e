using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>
/// Makes the message that tells a practice manager that a policy has changed since staff were asked to read it.
/// </summary>
internal sealed class SignOffDeliveries(SignOffRounds rounds) : IDeliveryContent
{
    /// <summary>Returns the message; null if the new version has been sent since, or if the policy has changed again.</summary>
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        SignOffDeliveryKinds.ChangeIn(delivery.Key) is { } about
        && await rounds.StatusAsync(about.Slug, 1, cancellationToken) is { Round: null, Before: { } before } status
        && status.Policy.Fingerprint == about.Fingerprint
            ? Changed(status, before)
            : null;

    internal static DeliveryMessage Changed(SignOffStatus status, PreviousVersion before)
    {
        const string Summary = "The policy has changed since staff were asked to read it";
        var card = new AdaptiveCard
        {
            FallbackText = Summary,
            Body =
            [
                AdaptiveTextBlock.Heading("The policy has changed"),
                new AdaptiveTextBlock(
                    $"{status.Policy.Title}: {before.Read} of {CountWords.People(before.Asked)} had confirmed the old version. "
                        + "I haven't told staff about the new one. Shall I?"
                ),
            ],
            Actions = [AdaptiveExecuteAction.Of("Ask everyone to read", SignOffVerbs.Offer, status.Policy.Slug), HelpCard.Button()],
        };
        return new(CardMessage.Of(card, Summary), 0);
    }
}
