using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Reminds practice managers once of a question that has waited for more than a working day. Its key in the outbox keeps a
/// restart or a second instance from planning it again.
/// </summary>
public sealed class ManagerQuestionNudges(UnitOfWork unitOfWork, Outbox outbox, TimeProvider time)
{
    /// <summary>The step after the card, because the reminder goes into the card's thread.</summary>
    private const int Step = 1;

    /// <summary>Plans the reminders that are due.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> PlanDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var waiting = await ManagerQuestion
            .OpenIn(database)
            .Where(question =>
                !database.Deliveries.Any(row => row.Subject == question.Id && row.Kind == ManagerQuestionDeliveryKinds.Nudge)
            )
            .Select(question => new
            {
                question.Id,
                question.AskedAt,
                question.Version,
            })
            .ToListAsync(cancellationToken);
        waiting.RemoveAll(question => now <= WorkingDays.OneAfter(question.AskedAt));
        var rows = waiting.ConvertAll(question =>
            outbox.Plan(
                ManagerQuestionDeliveryKinds.NudgeKey(new(question.Id)),
                ManagerQuestionDeliveryKinds.Nudge,
                question.Id,
                Step,
                Recipient.IncidentsChannel,
                question.Version
            )
        );
        return await Outbox.PlanNewAsync(unitOfWork, rows, cancellationToken);
    }
}
