using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Where a practice manager answers: one question, or a whole group of them. Each asker gets one message, the log knows
/// that the gap is closed, and if wished the bot gives the answer from then on: all in one transaction.
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
    /// <param name="by">The practice manager.</param>
    /// <param name="id">The question.</param>
    /// <param name="written">The answer.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <returns>The question as it is now, also with a refusal; null when there is none or it may not be seen.</returns>
    public async Task<ManagerQuestionResult> AnswerAsync(
        AnswerAuthor by,
        Id<ManagerQuestion> id,
        WrittenAnswer written,
        CancellationToken cancellationToken
    )
    {
        if (!staff.IsPracticeManager(by.Id))
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

    /// <summary>The bot gives the answer to this question from now on.</summary>
    public async Task<ManagerQuestionResult> GiveAlwaysAsync(AnswerAuthor by, Id<ManagerQuestion> id, CancellationToken cancellationToken)
    {
        if (!staff.IsPracticeManager(by.Id))
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

                // One that was corrected since stays as it is: the words here are the old ones.
                if (!await database.ManagerAnswers.AnyAsync(row => row.Id == question.GivenAs, cancellationToken))
                {
                    // Its version lets one of two at once through, and brings the card up to date.
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

    /// <summary>Answers a whole group of what was asked: the bot gives it from now on, and whoever waits for an answer gets it.</summary>
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

    /// <summary>Nothing for the bot to know: the group is not shown any more. Who waits for an answer waits on.</summary>
    public async Task<Refusal?> SetAsideAsync(AnswerAuthor by, UnansweredGroup group, CancellationToken cancellationToken)
    {
        if (!staff.IsPracticeManager(by.Id))
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

    /// <returns>False when somebody else was quicker; nothing is written then.</returns>
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

        // One question may be settled already, as somebody else's; of a group all must still be open.
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

    /// <summary>Why what was just written is not the answer; null when it is, also after a second tap.</summary>
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
