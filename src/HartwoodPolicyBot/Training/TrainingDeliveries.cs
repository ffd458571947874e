using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Training;

/// <summary>What the bot sends about training by itself, made from how things stand at that moment.</summary>
internal sealed class TrainingDeliveries(TrainingOffice office, TrainingModule module, StaffOptions staff) : IDeliveryContent
{
    public IEnumerable<string> Kinds => [TrainingKeys.Help, TrainingKeys.Overdue];

    public Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        delivery.Kind switch
        {
            TrainingKeys.Help when !staff.IsPracticeManager(Place.PersonIn(delivery.Place)) => Task.FromResult<DeliveryMessage?>(null),
            TrainingKeys.Help when TrainingKeys.BackIn(delivery) is { } person => BackAsync(person, cancellationToken),
            TrainingKeys.Help => HelpAsync(delivery, cancellationToken),
            _ => OverdueAsync(delivery, cancellationToken),
        };

    private async Task<DeliveryMessage?> HelpAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        await office.AttemptAsync(delivery.Subject, cancellationToken) is { } attempt
        && !await office.HasPassedSinceAsync(attempt, cancellationToken)
            ? new(NoticeCards.Help(attempt), 0)
            : null;

    private async Task<DeliveryMessage?> BackAsync(string person, CancellationToken cancellationToken) =>
        await office.FindAsync(person, cancellationToken) is { Person: { SetAsideAt: not null } back }
            ? new(NoticeCards.Back(back), 0)
            : null;

    private async Task<DeliveryMessage?> OverdueAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (!module.IsOffered || TrainingKeys.DayIn(delivery.Key) != ReminderDays.MondayOf(office.Today))
        {
            return null;
        }

        var overdue = (await office.StatusAsync(cancellationToken)).Lines.Where(line => line.Standing == Standing.Overdue).ToList();
        return overdue.Count == 0 ? null : new(NoticeCards.Overdue(overdue, office.Today), 0);
    }
}
