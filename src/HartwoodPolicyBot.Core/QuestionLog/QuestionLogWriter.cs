using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>Writes the question log: what was asked, how the bot answered, and what the asker thought of it.</summary>
public sealed class QuestionLogWriter(UnitOfWork unitOfWork)
{
    /// <summary>Stores a question. The task fails if it could not be written.</summary>
    public Task RecordAsync(LoggedQuestion question) =>
        unitOfWork.WriteAsync(
            database =>
                // Every turn waits for this, and one statement is faster than EF's SaveChanges.
                database.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Questions" ("Id", "AskedAt", "Text", "Verdict", "Sections", "Score", "PolicyVersion", "AnswerId")
                    VALUES ({question.Id}, {question.AskedAt.UtcDateTime}, {question.Text}, {(int)
                        question.Verdict}, {question.Sections}, {question.Score}, {question.PolicyVersion}, {question.AnswerId})
                    """
                ),
            CancellationToken.None
        );

    /// <summary>Returns the question with that id; null when there is none or it has been deleted.</summary>
    public async Task<LoggedQuestion?> FindAsync(Id<LoggedQuestion> id, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database.Questions.AsNoTracking().FirstOrDefaultAsync(question => question.Id == id.Value, cancellationToken);
    }

    /// <summary>
    /// Records the asker's opinion of the answer. Only the first one counts. Returns false when there is one already, or no
    /// such question.
    /// </summary>
    public async Task<bool> RecordFeedbackAsync(Id<LoggedQuestion> id, AnswerFeedback feedback, CancellationToken cancellationToken) =>
        await unitOfWork.WriteAsync(
            database =>
                database
                    .Questions.Where(question => question.Id == id.Value && question.Feedback == null)
                    .ExecuteUpdateAsync(update => update.SetProperty(question => question.Feedback, feedback), cancellationToken),
            cancellationToken
        ) == 1;

    /// <summary>
    /// Deletes the questions from before <paramref name="before"/>, keeps their counts, and returns how many were deleted.
    /// </summary>
    public Task<int> DeleteBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        QuestionLogCleanup.DeleteBeforeAsync(unitOfWork, before, cancellationToken);
}
