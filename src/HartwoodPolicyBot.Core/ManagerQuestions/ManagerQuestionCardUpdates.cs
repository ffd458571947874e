using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Brings the practice manager's card of a question up to date where what it tells has changed, and the question has not:
/// its answer has arrived, or cannot; what the bot gives from now on was corrected or removed.
/// </summary>
public sealed class ManagerQuestionCardUpdates(UnitOfWork unitOfWork, Outbox outbox, TimeProvider time)
{
    /// <summary>
    /// What ended since the last look is looked at again for so long: the card may have been under way itself, or another
    /// instance's clock be late.
    /// </summary>
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
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var stale = await StaleAsync(database, from, cancellationToken);
        foreach (var question in stale)
        {
            await unitOfWork.WriteAsync(
                database,
                async () =>
                {
                    // Changes nothing, and keeps others from it: of a question that changed meanwhile, the newer version is wanted already.
                    if (
                        await database
                            .ManagerQuestions.Where(row => row.Id == question.Id && row.Version == question.Version)
                            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), cancellationToken) == 1
                    )
                    {
                        await outbox.WantAsync(
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
    /// Step by step, from the few answers that count to their cards: joined, SQLite would go through all that was ever
    /// sent.
    /// </summary>
    private static async Task<List<(Guid Id, int Version)>> StaleAsync(
        HartwoodDbContext database,
        DateTimeOffset from,
        CancellationToken cancellationToken
    )
    {
        // A row that was sent became due at that moment, and by that it is found in the index.
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

            // One that is not shown now is made from how things stand when it is.
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
    /// An answer that the bot gives was changed or removed: the cards of the questions that became it say so. In the
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
            await outbox.WantAsync(
                database,
                ManagerQuestionDeliveryKinds.CardKey(new(question.Id)),
                ManagerQuestionDeliveryKinds.CardVersion(question.Version),
                cancellationToken
            );
        }
    }
}
