using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Stores a practice manager's answer to one question. In one transaction, it plans the message to the asker, settles the question
/// in the log and, if the practice manager wishes, makes a saved answer.
/// </summary>
public sealed class AnswerManagerQuestion(
    UnitOfWork unitOfWork,
    Outbox outbox,
    SettleManagerQuestions settling,
    SavedAnswerEditor editor,
    SavedAnswers answers,
    StaffOptions staff,
    Audit audit
)
{
    /// <summary>Answers one question.</summary>
    /// <param name="by">The practice manager who answers.</param>
    /// <param name="id">The question.</param>
    /// <param name="written">The answer.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <returns>
    /// The question as it is now, also with a refusal; null when it doesn't exist or the practice manager may not see it.
    /// </returns>
    public async Task<ManagerQuestionResult> AnswerAsync(
        ActingManager by,
        Id<ManagerQuestion> id,
        WrittenAnswer written,
        CancellationToken cancellationToken
    )
    {
        if (!staff.ActsAsManager(by.Id))
        {
            return new(null, ManagerQuestionRefusals.NotAllowed);
        }

        Refusal? refusal = null;
        var ended = await unitOfWork.WriteAsync<ManagerQuestionResult?>(
            async database =>
            {
                if (await database.ManagerQuestions.FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken) is not { } question)
                {
                    return new(null, ManagerQuestionRefusals.Unknown);
                }

                if (!question.IsOpen)
                {
                    return new(question, Lost(question, by, written));
                }

                if (settling.IsOwn(question, by))
                {
                    return new(question, ManagerQuestionRefusals.OwnQuestion);
                }

                refusal = editor.Wrong(by, written);
                if (
                    refusal is null
                    && await settling.SettleAsync(
                        database,
                        by,
                        [question],
                        [question.QuestionId],
                        isGroup: false,
                        written,
                        cancellationToken
                    )
                )
                {
                    if (written.GiveAlways)
                    {
                        question.GivenAs = (await editor.AddAsync(database, by, [question.Text], written.Text, cancellationToken)).Id;
                    }

                    await audit.DidAsync(database, by.Id, ManagerQuestionAudit.Answered, $"{id}", cancellationToken);
                }

                return null;
            },
            cancellationToken
        );

        return ended ?? await AfterAsync(id, by, written, refusal, cancellationToken);
    }

    /// <summary>Makes a saved answer from the answer to this question.</summary>
    public async Task<ManagerQuestionResult> GiveAlwaysAsync(ActingManager by, Id<ManagerQuestion> id, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(by.Id))
        {
            return new(null, ManagerQuestionRefusals.NotAllowed);
        }

        var given = await unitOfWork.WriteAsync<ManagerQuestionResult>(
            async database =>
            {
                var question = await database.ManagerQuestions.FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken);
                if (question is not { Answer: { } answer, Text.Length: > 0 })
                {
                    return new(question, question?.TakenBackAt is null ? ManagerQuestionRefusals.Unknown : ManagerQuestionRefusals.Erased);
                }

                if (settling.IsOwn(question, by))
                {
                    return new(question, ManagerQuestionRefusals.OwnQuestion);
                }

                // A saved answer that was corrected later stays as it is, because the text here is older.
                if (!await database.ManagerAnswers.AnyAsync(row => row.Id == question.GivenAs, cancellationToken))
                {
                    // The version lets only one of two simultaneous changes through, and makes the card update.
                    question.Version++;
                    try
                    {
                        question.GivenAs = (await editor.AddAsync(database, by, [question.Text], answer, cancellationToken)).Id;
                        await database.SaveChangesAsync(cancellationToken);
                    }
                    catch (DbUpdateConcurrencyException)
                    {
                        await database.Database.RollbackTransactionAsync(cancellationToken);
                        return new(question, null);
                    }

                    await outbox.PlanUpdateAsync(
                        database,
                        ManagerQuestionDeliveryKinds.CardKey(id),
                        ManagerQuestionDeliveryKinds.CardVersion(question.Version),
                        cancellationToken
                    );
                }

                return new(question, null);
            },
            cancellationToken
        );

        await answers.RefreshAsync(cancellationToken);
        return given;
    }

    private async Task<ManagerQuestionResult> AfterAsync(
        Id<ManagerQuestion> id,
        ActingManager by,
        WrittenAnswer written,
        Refusal? refusal,
        CancellationToken cancellationToken
    )
    {
        await answers.RefreshAsync(cancellationToken);
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var question = await database.ManagerQuestions.AsNoTracking().FirstAsync(row => row.Id == id.Value, cancellationToken);
        return new(question, refusal ?? Lost(question, by, written));
    }

    /// <summary>Returns why the answer just written was not stored; null when it was, also after a second tap.</summary>
    private static Refusal? Lost(ManagerQuestion question, ActingManager by, WrittenAnswer written) =>
        question switch
        {
            { Answer: null, TakenBackAt: not null } => ManagerQuestionRefusals.Withdrawn,
            { Answer: null } => ManagerQuestionRefusals.Changed,
            _ when question.AnsweredById != by.Id.Value => ManagerQuestionRefusals.WasFirst(
                question.AnsweredBy!,
                PracticeTime.Text(question.AnsweredAt!.Value)
            ),
            _ => question.Answer == written.Text.Trim() ? null : ManagerQuestionRefusals.AnsweredByYou,
        };
}
