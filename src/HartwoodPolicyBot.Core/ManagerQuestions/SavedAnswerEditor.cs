using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Adds, changes and removes saved answers for practice managers.</summary>
public sealed class SavedAnswerEditor(
    UnitOfWork unitOfWork,
    SavedAnswers answers,
    Outbox outbox,
    StaffOptions staff,
    Audit audit,
    TimeProvider time
)
{
    /// <summary>Adds an answer to a question that nobody has asked yet. The same form adds it only once.</summary>
    public async Task<SavedAnswerResult> AddAsync(
        ActingManager by,
        Id<SavedAnswer> id,
        string question,
        WrittenAnswer written,
        CancellationToken cancellationToken
    )
    {
        if ((Wrong(by, written) ?? Wrong(question)) is { } wrong)
        {
            return new(null, wrong);
        }

        var added = await unitOfWork.WriteAsync(
            async database =>
            {
                try
                {
                    return await FindAsync(database, id.Value, cancellationToken)
                        ?? await AddAsync(
                            database,
                            by,
                            id.Value,
                            [LoggedQuestion.Masked(question.Trim(), time)],
                            written.Text,
                            cancellationToken
                        );
                }
                catch (DbUpdateException fault)
                {
                    // Either another instance stored the same form first, or the database has a fault.
                    await database.Database.RollbackTransactionAsync(cancellationToken);
                    return await FindAsync(database, id.Value, cancellationToken)
                        ?? throw new InvalidOperationException("An answer cannot be saved.", fault);
                }
            },
            cancellationToken
        );

        await answers.RefreshAsync(cancellationToken);
        return new(added, null);
    }

    /// <summary>
    /// Changes a saved answer and the question above it. The answer then counts as given today, by the practice manager who
    /// changed it.
    /// </summary>
    /// <param name="by">The practice manager.</param>
    /// <param name="id">The saved answer.</param>
    /// <param name="seen">The version that the practice manager saw.</param>
    /// <param name="question">The question above the answer.</param>
    /// <param name="keeping">The numbers of the other wordings that stay; null keeps all.</param>
    /// <param name="written">The text of the answer.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<SavedAnswerResult> ChangeAsync(
        ActingManager by,
        Id<SavedAnswer> id,
        int seen,
        string question,
        IReadOnlyCollection<int>? keeping,
        WrittenAnswer written,
        CancellationToken cancellationToken
    )
    {
        if ((Wrong(by, written) ?? Wrong(question)) is { } wrong)
        {
            return new(answers.Find(id), wrong);
        }

        var refusal = await unitOfWork.WriteAsync<Refusal?>(
            async database =>
            {
                if (
                    await database
                        .ManagerAnswers.Include(answer => answer.Wordings)
                        .FirstOrDefaultAsync(answer => answer.Id == id.Value, cancellationToken)
                    is not { } answer
                )
                {
                    return ManagerQuestionRefusals.NoAnswer;
                }

                if (answer.Version != seen)
                {
                    return ManagerQuestionRefusals.Changed;
                }

                (answer.Text, answer.By, answer.ById, answer.At, answer.Version) = (
                    written.Text.Trim(),
                    by.Name,
                    by.Id.Value,
                    time.GetUtcNow(),
                    answer.Version + 1
                );
                var first = answer.Wordings.MinBy(wording => wording.Number)!;
                first.Text = LoggedQuestion.Masked(question.Trim(), time);
                answer.Wordings.RemoveAll(wording => wording != first && keeping?.Contains(wording.Number) == false);
                try
                {
                    await audit.DidAsync(database, by.Id, ManagerQuestionAudit.Changed, $"{id}", cancellationToken);
                    await ManagerQuestionCardUpdates.AfterChangeAsync(database, outbox, id.Value, cancellationToken);
                    return null;
                }
                catch (DbUpdateConcurrencyException)
                {
                    await database.Database.RollbackTransactionAsync(cancellationToken);
                    return ManagerQuestionRefusals.Changed;
                }
            },
            cancellationToken
        );

        await answers.RefreshAsync(cancellationToken);
        return new(answers.Find(id), refusal);
    }

    /// <summary>Removes a saved answer, so that the bot stops giving it.</summary>
    /// <param name="by">The practice manager.</param>
    /// <param name="id">The saved answer.</param>
    /// <param name="seen">The version that the practice manager saw, so that a later correction isn't lost.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Refusal?> RemoveAsync(ActingManager by, Id<SavedAnswer> id, int seen, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(by.Id))
        {
            return ManagerQuestionRefusals.NotAllowed;
        }

        var refusal = await unitOfWork.WriteAsync<Refusal?>(
            async database =>
            {
                if (
                    await database
                        .ManagerAnswers.Where(answer => answer.Id == id.Value && answer.Version == seen)
                        .ExecuteDeleteAsync(cancellationToken) == 0
                )
                {
                    return await database.ManagerAnswers.AnyAsync(answer => answer.Id == id.Value, cancellationToken)
                        ? ManagerQuestionRefusals.Changed
                        : ManagerQuestionRefusals.NoAnswer;
                }

                await audit.DidAsync(database, by.Id, ManagerQuestionAudit.Removed, $"{id}", cancellationToken);
                await ManagerQuestionCardUpdates.AfterChangeAsync(database, outbox, id.Value, cancellationToken);
                return null;
            },
            cancellationToken
        );

        await answers.RefreshAsync(cancellationToken);
        return refusal;
    }

    /// <summary>Returns why the answer can't be stored as written; null when it can.</summary>
    internal Refusal? Wrong(ActingManager by, WrittenAnswer written)
    {
        if (!staff.ActsAsManager(by.Id))
        {
            return ManagerQuestionRefusals.NotAllowed;
        }

        return string.IsNullOrWhiteSpace(written.Text) ? ManagerQuestionRefusals.Empty
            : written.Text.Trim().Length > SavedAnswer.LongestText ? ManagerQuestionRefusals.TooLong
            : written.IsLookedAt(time) ? null
            : ManagerQuestionRefusals.LookAgain(written.Telling(time));
    }

    private static Task<SavedAnswer?> FindAsync(HartwoodDbContext database, Guid id, CancellationToken cancellationToken) =>
        database
            .ManagerAnswers.AsNoTracking()
            .Include(answer => answer.Wordings)
            .FirstOrDefaultAsync(answer => answer.Id == id, cancellationToken);

    private static Refusal? Wrong(string question) =>
        question.Trim().Length switch
        {
            0 => ManagerQuestionRefusals.NoQuestion,
            > LoggedQuestion.LongestText => ManagerQuestionRefusals.QuestionTooLong,
            _ => null,
        };

    /// <summary>Adds a saved answer in the caller's unit of work.</summary>
    internal Task<SavedAnswer> AddAsync(
        HartwoodDbContext database,
        ActingManager by,
        IEnumerable<string> wordings,
        string text,
        CancellationToken cancellationToken
    ) => AddAsync(database, by, Guid.CreateVersion7(time.GetUtcNow()), wordings, text, cancellationToken);

    private async Task<SavedAnswer> AddAsync(
        HartwoodDbContext database,
        ActingManager by,
        Guid id,
        IEnumerable<string> wordings,
        string text,
        CancellationToken cancellationToken
    )
    {
        var answer = new SavedAnswer
        {
            Id = id,
            Text = text.Trim(),
            By = by.Name,
            ById = by.Id.Value,
            At = time.GetUtcNow(),
            Version = 1,
        };
        answer.Wordings.AddRange(
            wordings
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(SavedAnswer.MostWordings)
                .Select(
                    (wording, place) =>
                        new AnswerWording
                        {
                            AnswerId = answer.Id,
                            Number = place + 1,
                            Text = wording,
                        }
                )
        );
        database.ManagerAnswers.Add(answer);
        await audit.DidAsync(database, by.Id, ManagerQuestionAudit.Added, $"{answer.Id}", cancellationToken);
        return answer;
    }
}
