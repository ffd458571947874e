using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.PolicyConcerns;

/// <summary>Makes the messages about concerns: the card for the author, and the answer for whoever raised one.</summary>
internal sealed class ConcernDeliveries(OwnPolicyConcerns concerns) : IDeliveryContent
{
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        await concerns.FindAsync(new Id<PolicyConcern>(delivery.Subject), cancellationToken) is not { } concern ? null
        : PolicyConcernDeliveryKinds.IsCard(delivery.Kind)
            ? new(ConcernCard.Message(concern, delivery.Place), concern.Version, IsErasure: concern.State == ConcernState.Withdrawn)
        : new(OwnConcernCards.One(concern, null), concern.Version);
}
