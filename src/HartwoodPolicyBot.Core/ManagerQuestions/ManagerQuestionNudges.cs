using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Reminds, once, of a question that nobody has answered for more than a working day. The key in the outbox keeps a restart,
/// or another instance at the same moment, from planning it a second time.
/// </summary>
public sealed class ManagerQuestionNudges(UnitOfWork unitOfWork, Outbox outbox, TimeProvider time)
{
    /// <summary>Behind the card, in whose thread it stands.</summary>
    private const int Step = 1;

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
                Recipient.Alerts,
                question.Version
            )
        );
        return await Outbox.PlanNewAsync(unitOfWork, rows, cancellationToken);
    }
}
