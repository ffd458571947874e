using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>A button that a feature offers to the practice manager after a policy was published.</summary>
public sealed record PublishedOffer(Func<PolicyDocument, AdaptiveAction> Button);
