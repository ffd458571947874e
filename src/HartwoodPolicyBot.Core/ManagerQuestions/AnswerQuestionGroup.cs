using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Stores a practice manager's answer to a whole group of unanswered questions, or that they need none. In one transaction, it plans
/// one message to each asker, settles the questions in the log and makes a saved answer.
/// </summary>
public sealed class AnswerQuestionGroup(
    UnitOfWork unitOfWork,
    SettleManagerQuestions settling,
    SavedAnswerEditor editor,
    SavedAnswers answers,
    StaffOptions staff,
    Audit audit
)
{
    /// <summary>
    /// Answers a whole group of unanswered questions: it makes a saved answer, and sends the answer to everybody who waits for
    /// one.
    /// </summary>
    public async Task<SavedAnswerResult> AnswerAsync(
        ActingManager by,
        UnansweredGroup group,
        WrittenAnswer written,
        CancellationToken cancellationToken
    )
    {
        if (editor.Wrong(by, written) is { } wrong)
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
                if (waiting.Exists(question => settling.IsOwn(question, by)))
                {
                    return new(null, ManagerQuestionRefusals.OwnQuestion);
                }

                if (!await settling.SettleAsync(database, by, waiting, group.Questions, isGroup: true, written, cancellationToken))
                {
                    return new(null, ManagerQuestionRefusals.GroupChanged);
                }

                var added = await editor.AddAsync(
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
    public async Task<Refusal?> DismissAsync(ActingManager by, UnansweredGroup group, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(by.Id))
        {
            return ManagerQuestionRefusals.NotAllowed;
        }

        await unitOfWork.WriteAsync(
            async database =>
            {
                await settling.MarkAsync(database, group.Questions, cancellationToken);
                await audit.DidAsync(database, by.Id, ManagerQuestionAudit.Dismissed, $"{group.Id}", cancellationToken);
            },
            cancellationToken
        );

        return null;
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
}
