using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Reading;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Reading;

/// <summary>Tells a practice manager that staff have been asked to read a version which is not the policy's any more.</summary>
internal sealed class ReadingDeliveries(ReadingRounds rounds) : IDeliveryContent
{
    public IEnumerable<string> Kinds => [ReadingKeys.Changed];

    /// <summary>Nothing when this version was sent meanwhile, or the policy has changed again.</summary>
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        ReadingKeys.ChangeIn(delivery.Key) is { } about
        && await rounds.StatusAsync(about.Slug, 1, cancellationToken) is { Round: null, Before: { } before } status
        && status.Policy.Fingerprint == about.Fingerprint
            ? Changed(status, before)
            : null;

    internal static DeliveryMessage Changed(ReadingStatus status, VersionBefore before)
    {
        const string Summary = "The policy has changed since staff were asked to read it";
        var card = new AdaptiveCard
        {
            FallbackText = Summary,
            Body =
            [
                TextBlock.Heading(Summary),
                new TextBlock(
                    $"{status.Policy.Title}: of {before.Asked} who were asked, {before.Read} have confirmed the version before. Nobody has been asked to read the new one; I send nothing before you say so."
                ),
                TextBlock.Subtle($"{RoundCard.OnRecord(status.Policy)} Before: {PolicyDocument.TextCode(before.Version)}."),
            ],
            Actions =
            [
                ExecuteAction.Of("Send the policy round", ReadingVerbs.Offer, status.Policy.Slug),
                ExecuteAction.Of("What can I ask?", HelpCard.Verb),
            ],
        };
        return new(CardMessage.Of(card, Summary), 0);
    }
}
