using AdaptiveCards;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
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
                AdaptiveTextBlock.Heading(Summary),
                new AdaptiveTextBlock(
                    $"{status.Policy.Title}: of {before.Asked} who were asked, {before.Read} have confirmed the version "
                        + "before. Nobody has been asked to read the new one; I send nothing before you say so."
                ),
                AdaptiveTextBlock.Subtle($"{SignOffRoundCard.OnRecord(status.Policy)} Before: {PolicyDocument.TextCode(before.Version)}."),
            ],
            Actions =
            [
                AdaptiveExecuteAction.Of("Send the policy round", SignOffVerbs.Offer, status.Policy.Slug),
                AdaptiveExecuteAction.Of("What can I ask?", HelpCard.Verb),
            ],
        };
        return new(CardMessage.Of(card, Summary), 0);
    }
}
