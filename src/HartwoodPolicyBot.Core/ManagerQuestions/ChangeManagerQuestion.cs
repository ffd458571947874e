using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.QuestionLog;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Lets the asker of a question that still waits add a line to it, or withdraw it.</summary>
public sealed class ChangeManagerQuestion(UnitOfWork unitOfWork, Outbox outbox, TimeProvider time)
{
    /// <summary>Adds a line of context for the practice manager, and replaces an earlier one.</summary>
    public async Task<ManagerQuestionResult> AddLineAsync(
        Id<ManagerQuestion> id,
        PersonId personId,
        string line,
        CancellationToken cancellationToken
    )
    {
        var isTooLong = line.Trim().Length > ManagerQuestion.LongestLine;
        var masked = isTooLong ? "" : LoggedQuestion.Masked(line.Trim(), time);
        var changed = await ChangeAsync(
            id,
            personId,
            question =>
                isTooLong ? ManagerQuestionRefusals.LineTooLong
                : masked.Length == 0 && question.Line is null ? ManagerQuestionRefusals.NothingAdded
                : null,
            question => question.Line = masked.Length > 0 ? masked : null,
            cancellationToken
        );
        return changed with { Hidden = changed.Refusal is null ? Hidden(line) : null };
    }

    /// <summary>Withdraws the question. What the asker wrote is erased, also from the card in the channel.</summary>
    public Task<ManagerQuestionResult> WithdrawAsync(Id<ManagerQuestion> id, PersonId personId, CancellationToken cancellationToken) =>
        ChangeAsync(id, personId, _ => null, question => question.Withdraw(time.GetUtcNow()), cancellationToken);

    private Task<ManagerQuestionResult> ChangeAsync(
        Id<ManagerQuestion> id,
        PersonId personId,
        Func<ManagerQuestion, Refusal?> check,
        Action<ManagerQuestion> change,
        CancellationToken cancellationToken
    ) =>
        unitOfWork.WriteAsync<ManagerQuestionResult>(
            async database =>
            {
                if (
                    await database.ManagerQuestions.FirstOrDefaultAsync(question => question.Id == id.Value, cancellationToken)
                    is not { } found
                )
                {
                    return new(null, ManagerQuestionRefusals.Unknown);
                }

                if (found.AskerId != personId.Value)
                {
                    return new(null, ManagerQuestionRefusals.NotYours);
                }

                if (!found.IsOpen || check(found) is not null)
                {
                    return new(
                        found,
                        found.Answer is not null ? ManagerQuestionRefusals.Answered
                            : found.IsOpen ? check(found)
                            : null
                    );
                }

                change(found);
                found.Version++;
                try
                {
                    await database.SaveChangesAsync(cancellationToken);
                }
                catch (DbUpdateConcurrencyException)
                {
                    await database.Database.RollbackTransactionAsync(cancellationToken);
                    return new(
                        await database
                            .ManagerQuestions.AsNoTracking()
                            .FirstOrDefaultAsync(question => question.Id == id.Value, cancellationToken),
                        ManagerQuestionRefusals.Changed
                    );
                }

                await outbox.PlanUpdateAsync(
                    database,
                    ManagerQuestionDeliveryKinds.CardKey(id),
                    ManagerQuestionDeliveryKinds.CardVersion(found.Version),
                    cancellationToken
                );
                await ManagerQuestionDeliveryKinds.EraseNoticesAsync(database, outbox, found, cancellationToken);
                return new(found, null);
            },
            cancellationToken
        );

    /// <summary>Returns what was masked in a line, to tell the person who wrote it; null when nothing was.</summary>
    private string? Hidden(string line) =>
        PatientIdentifiers.Check(line, PracticeTime.Today(time)).Found is { Count: > 0 } found ? IdentifierWords.Listed(found) : null;
}
