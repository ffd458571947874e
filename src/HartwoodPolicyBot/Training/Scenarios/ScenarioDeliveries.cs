using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.Training.Scenarios;

/// <summary>Makes the form of a scenario that a practice manager asked for in a channel, for their own chat.</summary>
internal sealed class ScenarioDeliveries(TrainingModule module, StaffOptions staff) : IDeliveryContent
{
    public Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        Task.FromResult<DeliveryMessage?>(
            staff.ActsAsManager(Recipient.PersonIn(delivery.Place))
            && module.Policy.Sections.Count > 0
            && ScenarioHandover.Read(delivery.Key) is var (clause, about)
                ? new(WriteScenarioConversation.Offered(module.Policy, clause, about), 0)
                : null
        );
}
