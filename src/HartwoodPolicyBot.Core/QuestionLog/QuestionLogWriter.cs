using System.Threading.Channels;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>
/// The log of questions. Questions that arrive together are written in one transaction: a database commits some hundred
/// times a second, and a practice's morning may ask more.
/// </summary>
public sealed class QuestionLogWriter : IAsyncDisposable
{
    private const int MostAtOnce = 200;
    private readonly IDbContextFactory<HartwoodDbContext> databases;
    private readonly Channel<(LoggedQuestion Question, TaskCompletionSource Written)> waiting = Channel.CreateBounded<(
        LoggedQuestion,
        TaskCompletionSource
    )>(10_000);
    private readonly Task writing;

    public QuestionLogWriter(IDbContextFactory<HartwoodDbContext> databases)
    {
        this.databases = databases;
        writing = Task.Run(WriteAsync);
    }

    /// <summary>Completes when the question is in the database; fails when it could not be written.</summary>
    public async Task RecordAsync(LoggedQuestion question)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await waiting.Writer.WriteAsync((question, written));
        await written.Task;
    }

    /// <summary>The question of that id, or null: unknown, or past its time.</summary>
    public async Task<LoggedQuestion?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Questions.AsNoTracking().FirstOrDefaultAsync(question => question.Id == id, cancellationToken);
    }

    /// <summary>Records what the asker thought. The first word counts; false when there is one already, or no such question.</summary>
    public async Task<bool> RecordFeedbackAsync(Guid id, AnswerFeedback feedback, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
                .Questions.Where(question => question.Id == id && question.Feedback == null)
                .ExecuteUpdateAsync(update => update.SetProperty(question => question.Feedback, feedback), cancellationToken) == 1;
    }

    /// <summary>Deletes what was asked before <paramref name="before"/>, and keeps how much it was; returns how many.</summary>
    public Task<int> DeleteBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        QuestionLogCleanup.DeleteBeforeAsync(databases, before, cancellationToken);

    /// <summary>Writes what still waits.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync()
    {
        var batch = new List<(LoggedQuestion Question, TaskCompletionSource Written)>(MostAtOnce);
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            try
            {
                await using var database = await databases.CreateDbContextAsync();
                await QuestionInsert.RunAsync(database, batch.Select(item => item.Question));
                batch.ForEach(item => item.Written.SetResult());
            }
            catch (Exception fault)
            {
                // Whatever it is, it goes to those who wait, and the writer lives on for the next.
                batch.ForEach(item => item.Written.SetException(fault));
            }

            batch.Clear();
        }
    }
}
