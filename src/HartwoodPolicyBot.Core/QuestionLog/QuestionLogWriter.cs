using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>Writes the question log: what was asked, how the bot answered, and what the asker thought of it.</summary>
public sealed class QuestionLogWriter : IDisposable
{
    private const int MostTogether = 200;
    private readonly UnitOfWork unitOfWork;
    private readonly GroupCommit<LoggedQuestion, LoggedQuestion> group;

    public QuestionLogWriter(UnitOfWork unitOfWork)
    {
        this.unitOfWork = unitOfWork;
        group = new(unitOfWork, MostTogether, WriteAsync);
    }

    /// <summary>
    /// Stores a question. The task fails if it could not be written. Every turn waits for this, so questions that arrive at the
    /// same moment share a transaction.
    /// </summary>
    public Task RecordAsync(LoggedQuestion question) =>
        // Writing to SQLite blocks the thread, and this one still has to send the answer.
        Task.Run(() => group.WriteAsync(question));

    public void Dispose() => group.Dispose();

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

    private static async Task<IReadOnlyList<LoggedQuestion>> WriteAsync(HartwoodDbContext database, IReadOnlyList<LoggedQuestion> questions)
    {
        await QuestionInsert.RunAsync(database, questions);
        return questions;
    }
}
