using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>The log of questions: what was asked, what the bot answered, and what the asker thought of it.</summary>
public sealed class QuestionLogWriter(UnitOfWork unitOfWork)
{
    /// <summary>Completes when the question is in the database; fails when it could not be written.</summary>
    public Task RecordAsync(LoggedQuestion question) =>
        unitOfWork.WriteAsync(
            database =>
                // Every turn waits for this, and one statement costs it less than EF's SaveChanges.
                database.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Questions" ("Id", "AskedAt", "Text", "Verdict", "Sections", "Score", "PolicyVersion", "AnswerId")
                    VALUES ({question.Id}, {question.AskedAt.UtcDateTime}, {question.Text}, {(int)
                        question.Verdict}, {question.Sections}, {question.Score}, {question.PolicyVersion}, {question.AnswerId})
                    """
                ),
            CancellationToken.None
        );

    /// <summary>The question of that id, or null: unknown, or past its time.</summary>
    public async Task<LoggedQuestion?> FindAsync(Id<LoggedQuestion> id, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database.Questions.AsNoTracking().FirstOrDefaultAsync(question => question.Id == id.Value, cancellationToken);
    }

    /// <summary>Records what the asker thought. The first word counts; false when there is one already, or no such question.</summary>
    public async Task<bool> RecordFeedbackAsync(Id<LoggedQuestion> id, AnswerFeedback feedback, CancellationToken cancellationToken) =>
        await unitOfWork.WriteAsync(
            database =>
                database
                    .Questions.Where(question => question.Id == id.Value && question.Feedback == null)
                    .ExecuteUpdateAsync(update => update.SetProperty(question => question.Feedback, feedback), cancellationToken),
            cancellationToken
        ) == 1;

    /// <summary>Deletes what was asked before <paramref name="before"/>, and keeps how much it was; returns how many.</summary>
    public Task<int> DeleteBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        QuestionLogCleanup.DeleteBeforeAsync(unitOfWork, before, cancellationToken);
}
