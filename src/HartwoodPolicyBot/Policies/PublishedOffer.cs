using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>
/// Represents a button that a feature offers to the practice manager after a policy was published; null where the feature has nothing
/// to offer.
/// </summary>
internal sealed record PublishedOffer(Func<PolicyDocument, AdaptiveAction?> Button)
{
    /// <summary>Says whether it is also offered after a change that is so small that nobody has to read it again.</summary>
    public bool IsForMinorToo { get; init; }
}
