using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Makes the messages about training for practice managers and the incidents channel, from the state when they are sent.
/// </summary>
internal sealed class TrainingDeliveries(TrainingStatus status, TrainingModule module, StaffOptions staff) : IDeliveryContent
{
    public Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        delivery.Kind switch
        {
            TrainingDeliveryKinds.Help when !staff.ActsAsManager(Recipient.PersonIn(delivery.Place)) => Task.FromResult<DeliveryMessage?>(
                null
            ),
            TrainingDeliveryKinds.Help when TrainingDeliveryKinds.BackIn(delivery) is { } person => BackAsync(person, cancellationToken),
            TrainingDeliveryKinds.Help => HelpAsync(delivery, cancellationToken),
            _ => OverdueAsync(delivery, cancellationToken),
        };

    private async Task<DeliveryMessage?> HelpAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        await status.AttemptAsync(new(delivery.Subject), cancellationToken) is { } attempt
        && !await status.HasPassedSinceAsync(attempt, cancellationToken)
            ? new(TrainingNoticeCards.Help(attempt), 0)
            : null;

    private async Task<DeliveryMessage?> BackAsync(PersonId person, CancellationToken cancellationToken) =>
        await status.FindAsync(person, cancellationToken) is { Person: { SetAsideAt: not null } back }
            ? new(TrainingNoticeCards.Back(back), 0)
            : null;

    private async Task<DeliveryMessage?> OverdueAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (!module.IsOffered || TrainingDeliveryKinds.DayIn(delivery.Key) != PracticeTime.MondayOf(status.Today))
        {
            return null;
        }

        var overdue = (await status.StatusAsync(cancellationToken)).Lines.Where(line => line.State == TrainingState.Overdue).ToList();
        return overdue.Count == 0 ? null : new(TrainingNoticeCards.Overdue(overdue, status.Today), 0);
    }
}
