using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Tells people who became practice managers later about open questions that are still held because there is no channel,
/// once each.
/// </summary>
public sealed class QuestionsWithoutChannel(UnitOfWork unitOfWork, Outbox outbox, StaffOptions staff)
{
    /// <summary>Plans the messages. Call it when no channel is set.</summary>
    /// <returns>How many messages are new.</returns>
    public async Task<int> TellManagersAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var waiting = await ManagerQuestion
            .OpenIn(database)
            .Where(question =>
                database.Deliveries.Any(row =>
                    row.Subject == question.Id && row.Kind == ManagerQuestionDeliveryKinds.Card && row.SentAt == null
                )
            )
            .OrderBy(question => question.AskedAt)
            .Select(question => new { question.Id, question.Version })
            .ToListAsync(cancellationToken);
        var rows = (await staff.ToTellAsync(database, cancellationToken)).SelectMany(
            _ => waiting,
            (manager, question) =>
                outbox.Plan(
                    ManagerQuestionDeliveryKinds.NoChannelKey(new(question.Id), manager),
                    ManagerQuestionDeliveryKinds.NoChannel,
                    question.Id,
                    0,
                    Recipient.Person(manager),
                    question.Version
                )
        );
        return await Outbox.PlanNewAsync(unitOfWork, [.. rows], cancellationToken);
    }
}
