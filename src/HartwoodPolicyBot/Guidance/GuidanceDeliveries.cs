using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Guidance;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.Guidance;

/// <summary>Makes the reminder to check the national guidance when it is sent.</summary>
internal sealed class GuidanceDeliveries(CheckGuidance checks, GuidanceReminders reminders, StaffOptions staff) : IDeliveryContent
{
    /// <summary>
    /// Returns the reminder; null if somebody has checked the guidance since it was planned, or the person is no practice manager now.
    /// </summary>
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        staff.ActsAsManager(Recipient.PersonIn(delivery.Place))
        && await checks.StatusAsync(cancellationToken) is var status
        && (status.Last is not { } last || last.At < delivery.CreatedAt)
            ? new(GuidanceCard.Reminder(status, reminders.ReviewsDue()), 0)
            : null;
}
