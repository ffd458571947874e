using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Stores a practice manager's answer to one question or to a whole group. In one transaction, it plans one message to each
/// asker, settles the questions in the log and, if the practice manager wishes, makes a saved answer.
/// </summary>
public sealed class AnswerManagerQuestion(
    UnitOfWork unitOfWork,
    Outbox outbox,
    SavedAnswerEditor book,
    SavedAnswers answers,
    StaffOptions staff,
    Audit audit,
    TimeProvider time
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
        AnswerAuthor by,
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

                if (IsOwn(question, by))
                {
                    return new(question, ManagerQuestionRefusals.OwnQuestion);
                }

                refusal = book.Wrong(by, written);
                if (
                    refusal is null
                    && await SettleAsync(database, by, [question], [question.QuestionId], isGroup: false, written, cancellationToken)
                )
                {
                    if (written.GiveAlways)
                    {
                        question.GivenAs = (await book.AddAsync(database, by, [question.Text], written.Text, cancellationToken)).Id;
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
    public async Task<ManagerQuestionResult> GiveAlwaysAsync(AnswerAuthor by, Id<ManagerQuestion> id, CancellationToken cancellationToken)
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

                if (IsOwn(question, by))
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
                        question.GivenAs = (await book.AddAsync(database, by, [question.Text], answer, cancellationToken)).Id;
                        await database.SaveChangesAsync(cancellationToken);
                    }
                    catch (DbUpdateConcurrencyException)
                    {
                        await database.Database.RollbackTransactionAsync(cancellationToken);
                        return new(question, null);
                    }

                    await outbox.WantAsync(
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

    /// <summary>
    /// Answers a whole group of unanswered questions: it makes a saved answer, and sends the answer to everybody who waits for
    /// one.
    /// </summary>
    public async Task<SavedAnswerResult> AnswerGroupAsync(
        AnswerAuthor by,
        UnansweredGroup group,
        WrittenAnswer written,
        CancellationToken cancellationToken
    )
    {
        if (book.Wrong(by, written) is { } wrong)
        {
            return new(null, wrong);
        }

        if (group.Wordings.Count == 0)
        {
            return new(null, ManagerQuestionRefusals.NoWording);
        }

        var answered = await unitOfWork.WriteAsync<SavedAnswerResult>(
            async database =>
            {
                var waiting = await OpenAsync(database, group, cancellationToken);
                if (waiting.Exists(question => IsOwn(question, by)))
                {
                    return new(null, ManagerQuestionRefusals.OwnQuestion);
                }

                if (!await SettleAsync(database, by, waiting, group.Questions, isGroup: true, written, cancellationToken))
                {
                    return new(null, ManagerQuestionRefusals.GroupChanged);
                }

                var added = await book.AddAsync(
                    database,
                    by,
                    group.Wordings.Select(wording => wording.Text),
                    written.Text,
                    cancellationToken
                );
                foreach (var question in waiting)
                {
                    question.GivenAs = added.Id;
                    await audit.DidAsync(database, by.Id, ManagerQuestionAudit.Answered, $"{question.Id}", cancellationToken);
                }

                return new(added, null);
            },
            cancellationToken
        );

        await answers.RefreshAsync(cancellationToken);
        return answered;
    }

    /// <summary>
    /// Marks a group as needing no answer, so that it is no longer listed. Anybody who sent such a question to the practice
    /// manager still waits for their answer.
    /// </summary>
    public async Task<Refusal?> SetAsideAsync(AnswerAuthor by, UnansweredGroup group, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(by.Id))
        {
            return ManagerQuestionRefusals.NotAllowed;
        }

        await unitOfWork.WriteAsync(
            async database =>
            {
                await MarkSettledAsync(database, group.Questions, cancellationToken);
                await audit.DidAsync(database, by.Id, ManagerQuestionAudit.SetAside, $"{group.Id}", cancellationToken);
            },
            cancellationToken
        );

        return null;
    }

    /// <summary>Settles the questions in the log.</summary>
    /// <returns>False when another person was faster; then nothing is written.</returns>
    private async Task<bool> SettleAsync(
        HartwoodDbContext database,
        AnswerAuthor by,
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
        if (await MarkSettledAsync(database, logged, cancellationToken) < logged.Count && isGroup)
        {
            await database.Database.RollbackTransactionAsync(cancellationToken);
            return false;
        }

        foreach (var question in questions)
        {
            await outbox.WantAsync(
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

    private async Task<int> MarkSettledAsync(HartwoodDbContext database, IReadOnlyList<Guid> logged, CancellationToken cancellationToken)
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

    private static async Task<List<ManagerQuestion>> OpenAsync(
        HartwoodDbContext database,
        UnansweredGroup group,
        CancellationToken cancellationToken
    )
    {
        var open = await ManagerQuestion.OpenIn(database).ToListAsync(cancellationToken);
        var ofGroup = group.Questions.ToHashSet();
        return open.FindAll(row => ofGroup.Contains(row.QuestionId));
    }

    /// <summary>Says whether a deputy asked this themselves. They may not answer it, because nobody else would have seen it.</summary>
    private bool IsOwn(ManagerQuestion question, AnswerAuthor by) => staff.IsDeputy(by.Id) && PersonId.Of(question.AskerId) == by.Id;

    private async Task<ManagerQuestionResult> AfterAsync(
        Id<ManagerQuestion> id,
        AnswerAuthor by,
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
    private static Refusal? Lost(ManagerQuestion question, AnswerAuthor by, WrittenAnswer written) =>
        question switch
        {
            { Answer: null, TakenBackAt: not null } => ManagerQuestionRefusals.TakenBack,
            { Answer: null } => ManagerQuestionRefusals.Changed,
            _ when question.AnsweredById != by.Id.Value => ManagerQuestionRefusals.WasFirst(
                question.AnsweredBy!,
                PracticeTime.Text(question.AnsweredAt!.Value)
            ),
            _ => question.Answer == written.Text.Trim() ? null : ManagerQuestionRefusals.AnsweredByYou,
        };
}
