using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Writes to the database in transactions: everything in a unit of work is stored, or nothing is. After the commit it wakes
/// the dispatcher if there is something new to send.
/// </summary>
public sealed class UnitOfWork(IDbContextFactory<HartwoodDbContext> databases, StorageOptions storage, Outbox outbox) : IDisposable
{
    /// <summary>
    /// Lets one writer in at a time on SQLite, which allows only one. SQLite would make the others sleep and retry, which is
    /// slow in a busy minute; this gate lets them in at once and in order. PostgreSQL needs no gate.
    /// </summary>
    private readonly SemaphoreSlim? gate = storage.Provider == StorageProvider.Sqlite ? new(1, 1) : null;

    /// <summary>
    /// How long to wait for other writers in this process. Together with the wait for a lock that is less than 10 seconds, so
    /// that a person gets an answer before Teams stops waiting for it.
    /// </summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Opens the database for reading.</summary>
    public Task<HartwoodDbContext> OpenAsync(CancellationToken cancellationToken) => databases.CreateDbContextAsync(cancellationToken);

    /// <summary>
    /// Does the work in one transaction and commits it, unless the work throws or rolls back. The work must not start another
    /// unit of work: on SQLite that would wait for itself for ever.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<HartwoodDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var database = await OpenAsync(cancellationToken);
        return await WriteAsync(database, () => work(database), cancellationToken);
    }

    /// <summary>Does work that has no result in one transaction.</summary>
    public async Task WriteAsync(Func<HartwoodDbContext, Task> work, CancellationToken cancellationToken)
    {
        await using var database = await OpenAsync(cancellationToken);
        await WriteAsync(database, () => work(database), cancellationToken);
    }

    /// <summary>Does work that has no result in one transaction, with a context that is already open.</summary>
    public Task WriteAsync(HartwoodDbContext database, Func<Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            database,
            async () =>
            {
                await work();
                return true;
            },
            cancellationToken
        );

    /// <summary>Does the work in one transaction, with a context that is already open and may have read the rows to change.</summary>
    public async Task<T> WriteAsync<T>(HartwoodDbContext database, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        T result;
        bool isCommitted;
        using (await EnterAsync(database, cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            result = await work();
            isCommitted = database.Database.CurrentTransaction is not null;
            if (isCommitted)
            {
                await transaction.CommitAsync(cancellationToken);
            }
        }

        Wake(database, isCommitted);
        return result;
    }

    /// <summary>
    /// Does the work without a transaction, for the rare case where others must see the effect of one statement before the next
    /// one runs.
    /// </summary>
    public async Task WriteEachAsync(Func<HartwoodDbContext, Task> work, CancellationToken cancellationToken)
    {
        await using var database = await OpenAsync(cancellationToken);
        using (await EnterAsync(database, cancellationToken))
        {
            await work(database);
        }

        Wake(database, isWritten: true);
    }

    public void Dispose() => gate?.Dispose();

    private async Task<Pass> EnterAsync(HartwoodDbContext database, CancellationToken cancellationToken)
    {
        if (gate is not null && !await gate.WaitAsync(LongestWait, cancellationToken))
        {
            throw new DatabaseBusyException();
        }

        // The context may come from a pool, or from an earlier unit of work.
        database.HasNewDeliveries = false;
        return new(gate);
    }

    private void Wake(HartwoodDbContext database, bool isWritten)
    {
        if (isWritten && database.HasNewDeliveries)
        {
            outbox.Wake();
        }
    }

    /// <summary>Holds the right to write until it is disposed.</summary>
    private readonly struct Pass(SemaphoreSlim? gate) : IDisposable
    {
        public void Dispose() => gate?.Release();
    }
}
