using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Policies.Answers;

/// <summary>
/// Brings the practice manager's card of a question up to date where what it tells has changed, and the question has not:
/// its answer has arrived, or cannot; what the bot gives from now on was corrected or removed.
/// </summary>
public sealed class CardUpdates(IDbContextFactory<HartwoodDbContext> databases, WriteGate gate, Outbox outbox, TimeProvider time)
{
    /// <summary>What ended since the last look is looked at again for so long: the card may have been under way itself, or another instance's clock be late.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>By name, so that the index is searched. They are few, and may still arrive.</summary>
    private static readonly DeliveryState[] NotArrived = [DeliveryState.Held, DeliveryState.GivenUp, DeliveryState.Stopped];

    /// <summary>The first look after a start is at all: the bot may have been away for long.</summary>
    private DateTimeOffset since = DateTimeOffset.UnixEpoch;

    /// <summary>Has the cards edited that show another end of their answer's way than it has come to.</summary>
    /// <returns>How many.</returns>
    public async Task<int> AfterDeliveryAsync(CancellationToken cancellationToken)
    {
        var (from, now) = (since, time.GetUtcNow());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var stale = await (
            from answer in database.Deliveries

            // A row that was sent became due at that moment, and by that it is found in the index.
            where answer.Kind == QuestionKeys.Answer && (NotArrived.Contains(answer.State) || (answer.State == DeliveryState.Sent && answer.DueAt >= @from))
            join question in database.ManagerQuestions on (Guid?)answer.Subject equals question.AnsweredTogether
            join card in database.Deliveries on question.Id equals card.Subject

            // One that is not shown now is made from how things stand when it is.
            where answer.Place == Place.PersonPrefix + question.AskerId && card.Kind == QuestionKeys.Card && card.State == DeliveryState.Sent
                && card.Shown != (question.Version * QuestionKeys.StatesOfAnswer) + (int)answer.State
            select new { question.Id, question.Version }).ToListAsync(cancellationToken);
        foreach (var question in stale)
        {
            using (await gate.EnterAsync(cancellationToken))
            {
                await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);

                // Changes nothing, and keeps others from it: of a question that changed meanwhile, the newer version is wanted already.
                if (await database.ManagerQuestions.Where(row => row.Id == question.Id && row.Version == question.Version)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), cancellationToken) == 1)
                {
                    await outbox.WantAsync(database, QuestionKeys.CardKey(question.Id), QuestionKeys.CardVersion(question.Version), cancellationToken);
                }

                await transaction.CommitAsync(cancellationToken);
            }
        }

        since = now - Overlap;
        if (stale.Count > 0)
        {
            outbox.Wake();
        }

        return stale.Count;
    }

    /// <summary>An answer that the bot gives was changed or removed: the cards of the questions that became it say so. In the caller's transaction, who wakes the outbox after it.</summary>
    internal static async Task AfterChangeAsync(HartwoodDbContext database, Outbox outbox, Guid answerId, CancellationToken cancellationToken)
    {
        await database.ManagerQuestions.Where(row => row.GivenAs == answerId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        foreach (var question in await database.ManagerQuestions.Where(row => row.GivenAs == answerId).Select(row => new { row.Id, row.Version }).ToListAsync(cancellationToken))
        {
            await outbox.WantAsync(database, QuestionKeys.CardKey(question.Id), QuestionKeys.CardVersion(question.Version), cancellationToken);
        }
    }
}
