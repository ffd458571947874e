using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Policies;

/// <summary>Makes the card that says that a version was published, with what the features offer next.</summary>
internal sealed class PublishedCards(IEnumerable<PublishedOffer> offers, TimeProvider time)
{
    private readonly PublishedOffer[] offers = [.. offers];

    public TeamsActivity Of(PolicyVersion version)
    {
        var document = version.Read();
        var shown = offers.Where(offer => offer.IsForMinorToo || !version.IsMinor).Select(offer => offer.Button(document));
        return PolicyReviewCard.Published(version, document, PracticeTime.Today(time), shown.OfType<AdaptiveAction>());
    }
}
