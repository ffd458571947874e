using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Updates the practice manager's card when something about it changed but not the question itself: its answer arrived or
/// can't arrive, or its saved answer was changed or removed.
/// </summary>
public sealed class ManagerQuestionCardUpdates(UnitOfWork unitOfWork, Outbox outbox, TimeProvider time)
{
    /// <summary>
    /// How far back each check also looks: the card may itself have been on its way, or another instance's clock may be slow.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>Named one by one so that the index is used. There are few of them, and they may still arrive.</summary>
    private static readonly DeliveryState[] NotArrived = [DeliveryState.Held, DeliveryState.GivenUp, DeliveryState.Stopped];

    /// <summary>
    /// The start of the next check. The first check after a start looks at everything, because the bot may have been off for
    /// long.
    /// </summary>
    private DateTimeOffset since = DateTimeOffset.UnixEpoch;

    /// <summary>Updates the cards that don't show how the delivery of their answer ended.</summary>
    /// <returns>How many cards are updated.</returns>
    public async Task<int> AfterDeliveryAsync(CancellationToken cancellationToken)
    {
        var (from, now) = (since, time.GetUtcNow());
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var stale = await StaleAsync(database, from, cancellationToken);
        foreach (var question in stale)
        {
            await unitOfWork.WriteAsync(
                database,
                async () =>
                {
                    // Changes no value, but locks the row. If the question changed since it was read, a newer version of the card is
                    // already wanted.
                    if (
                        await database
                            .ManagerQuestions.Where(row => row.Id == question.Id && row.Version == question.Version)
                            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), cancellationToken) == 1
                    )
                    {
                        await outbox.PlanUpdateAsync(
                            database,
                            ManagerQuestionDeliveryKinds.CardKey(new(question.Id)),
                            ManagerQuestionDeliveryKinds.CardVersion(question.Version),
                            cancellationToken
                        );
                    }
                },
                cancellationToken
            );
        }

        since = now - Overlap;
        return stale.Count;
    }

    /// <summary>
    /// Finds the cards to update. It goes from the few relevant answers to their cards in separate queries, because in a join
    /// SQLite would read every delivery ever made.
    /// </summary>
    private static async Task<List<(Guid Id, int Version)>> StaleAsync(
        HartwoodDbContext database,
        DateTimeOffset from,
        CancellationToken cancellationToken
    )
    {
        // A sent row has its time of sending in the due column, which has an index.
        var ended = await database
            .Deliveries.Where(row =>
                row.Kind == ManagerQuestionDeliveryKinds.Answer
                && (NotArrived.Contains(row.State) || (row.State == DeliveryState.Sent && row.DueAt >= from))
            )
            .Select(row => new
            {
                row.Subject,
                row.Place,
                row.State,
            })
            .ToListAsync(cancellationToken);
        var stale = new List<(Guid Id, int Version)>();
        foreach (var some in ended.Chunk(100))
        {
            var acts = some.Select(answer => (Guid?)answer.Subject).Distinct().ToList();
            var states = some.ToDictionary(answer => (answer.Subject, answer.Place), answer => answer.State);
            var questions = await database
                .ManagerQuestions.Where(row => acts.Contains(row.AnsweredTogether))
                .Select(row => new
                {
                    row.Id,
                    row.Version,
                    row.AskerId,
                    row.AnsweredTogether,
                })
                .ToListAsync(cancellationToken);
            var ids = questions.ConvertAll(question => question.Id);
            var shown = await database
                .Deliveries.Where(row => ids.Contains(row.Subject) && row.Kind == ManagerQuestionDeliveryKinds.Card)
                .Select(row => new
                {
                    row.Subject,
                    row.State,
                    row.Shown,
                })
                .ToDictionaryAsync(row => row.Subject, cancellationToken);

            // A card that isn't in Teams yet will be made from the current data when it is sent.
            stale.AddRange(
                questions
                    .Where(question =>
                        states.TryGetValue(
                            (question.AnsweredTogether!.Value, Recipient.Person(PersonId.Of(question.AskerId))),
                            out var state
                        )
                        && shown.GetValueOrDefault(question.Id) is { State: DeliveryState.Sent } card
                        && card.Shown != ManagerQuestionDeliveryKinds.CardVersion(question.Version, state)
                    )
                    .Select(question => (question.Id, question.Version))
            );
        }

        return stale;
    }

    /// <summary>
    /// Updates the cards of the questions that became a saved answer, because that answer was changed or removed. Runs in the
    /// caller's unit of work.
    /// </summary>
    internal static async Task AfterChangeAsync(
        HartwoodDbContext database,
        Outbox outbox,
        Guid answerId,
        CancellationToken cancellationToken
    )
    {
        await database
            .ManagerQuestions.Where(row => row.GivenAs == answerId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        foreach (
            var question in await database
                .ManagerQuestions.Where(row => row.GivenAs == answerId)
                .Select(row => new { row.Id, row.Version })
                .ToListAsync(cancellationToken)
        )
        {
            await outbox.PlanUpdateAsync(
                database,
                ManagerQuestionDeliveryKinds.CardKey(new(question.Id)),
                ManagerQuestionDeliveryKinds.CardVersion(question.Version),
                cancellationToken
            );
        }
    }
}
