using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Asks the current practice managers to help people, when those of the time were never reached. The people were told that
/// a practice manager had been asked.
/// </summary>
public sealed class HelpRequestHandover(UnitOfWork unitOfWork, Outbox outbox, StaffOptions staff)
{
    /// <summary>Plans the messages.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> TellManagersAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var requests = database.Deliveries.Where(row => row.Kind == TrainingDeliveryKinds.Help);
        var unheard = await requests
            .Where(row => !requests.Any(other => other.Subject == row.Subject && other.State == DeliveryState.Sent))
            .Select(row => row.Subject)
            .Distinct()
            .ToListAsync(cancellationToken);
        var rows = (await staff.ToTellAsync(database, cancellationToken)).SelectMany(
            _ => unheard,
            (manager, attempt) =>
                outbox.Plan(
                    TrainingDeliveryKinds.HelpKey(new(attempt), manager),
                    TrainingDeliveryKinds.Help,
                    attempt,
                    0,
                    Recipient.Person(manager),
                    0
                )
        );
        return await Outbox.PlanNewAsync(unitOfWork, [.. rows], cancellationToken);
    }
}
