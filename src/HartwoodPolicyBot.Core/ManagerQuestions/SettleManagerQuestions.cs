using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Settles questions to the practice manager with an answer, within a transaction that somebody else has begun.</summary>
public sealed class SettleManagerQuestions(Outbox outbox, StaffOptions staff, TimeProvider time)
{
    /// <summary>Says whether a deputy asked this themselves. They may not answer it, because nobody else would have seen it.</summary>
    public bool IsOwn(ManagerQuestion question, ActingManager by) => staff.IsDeputy(by.Id) && PersonId.Of(question.AskerId) == by.Id;

    /// <summary>Stores the answer in each question, plans a message to each asker, and settles the questions in the log.</summary>
    /// <param name="database">The open transaction; it is rolled back when another person was faster.</param>
    /// <param name="by">The practice manager who answers.</param>
    /// <param name="questions">The questions that were sent to the practice manager.</param>
    /// <param name="logged">The ids of the same questions, and of others that nobody sent, in the log.</param>
    /// <param name="isGroup">Whether all questions in the log must still be open.</param>
    /// <param name="written">The answer.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <returns>False when another person was faster; then nothing is written.</returns>
    public async Task<bool> SettleAsync(
        HartwoodDbContext database,
        ActingManager by,
        IReadOnlyList<ManagerQuestion> questions,
        IReadOnlyList<Guid> logged,
        bool isGroup,
        WrittenAnswer written,
        CancellationToken cancellationToken
    )
    {
        var together = Guid.CreateVersion7(time.GetUtcNow());
        foreach (var question in questions)
        {
            (question.Answer, question.AnsweredAt, question.AnsweredTogether) = (written.Text.Trim(), time.GetUtcNow(), together);
            (question.AnsweredById, question.AnsweredBy, question.Version) = (by.Id.Value, by.Name, question.Version + 1);
        }

        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            await database.Database.RollbackTransactionAsync(cancellationToken);
            return false;
        }

        // A single question may have been settled together with another person's. In a group, all questions must still be open.
        if (await MarkAsync(database, logged, cancellationToken) < logged.Count && isGroup)
        {
            await database.Database.RollbackTransactionAsync(cancellationToken);
            return false;
        }

        foreach (var question in questions)
        {
            await outbox.PlanUpdateAsync(
                database,
                ManagerQuestionDeliveryKinds.CardKey(new(question.Id)),
                ManagerQuestionDeliveryKinds.CardVersion(question.Version),
                cancellationToken
            );
            await Outbox.PlanOnceAsync(
                database,
                outbox.Plan(
                    ManagerQuestionDeliveryKinds.AnswerKey(together, PersonId.Of(question.AskerId)),
                    ManagerQuestionDeliveryKinds.Answer,
                    together,
                    0,
                    Recipient.Person(PersonId.Of(question.AskerId)),
                    1
                ),
                cancellationToken
            );
        }

        return true;
    }

    /// <summary>Marks questions in the log as settled.</summary>
    /// <returns>How many were still open.</returns>
    public async Task<int> MarkAsync(HartwoodDbContext database, IReadOnlyList<Guid> logged, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        var settled = 0;
        foreach (var some in logged.Chunk(500))
        {
            settled += await database
                .Questions.Where(row => some.Contains(row.Id) && row.SettledAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SettledAt, now), cancellationToken);
        }

        return settled;
    }
}
