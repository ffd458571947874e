using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Writes to the database: what belongs together is written in one transaction, all of it or nothing. If it planned or
/// released something to send, the dispatcher is woken after the commit.
/// </summary>
public sealed class UnitOfWork(IDbContextFactory<HartwoodDbContext> databases, StorageOptions storage, Outbox outbox) : IDisposable
{
    /// <summary>
    /// One writer at a time, where the database allows only one. SQLite lets the others sleep and look again, which makes a busy
    /// minute slow; waiting here, first come first served, costs nothing. PostgreSQL needs no gate.
    /// </summary>
    private readonly SemaphoreSlim? gate = storage.Provider == StorageProvider.Sqlite ? new(1, 1) : null;

    /// <summary>Opens the database to read from it.</summary>
    public Task<HartwoodDbContext> OpenAsync(CancellationToken cancellationToken) => databases.CreateDbContextAsync(cancellationToken);

    /// <summary>
    /// Does the work in one transaction and commits it, unless the work throws or rolls the transaction back itself. The work
    /// must not begin another unit of work: on SQLite it would wait for itself.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<HartwoodDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var database = await OpenAsync(cancellationToken);
        return await WriteAsync(database, () => work(database), cancellationToken);
    }

    /// <summary>The same for work that has no result.</summary>
    public async Task WriteAsync(Func<HartwoodDbContext, Task> work, CancellationToken cancellationToken)
    {
        await using var database = await OpenAsync(cancellationToken);
        await WriteAsync(database, () => work(database), cancellationToken);
    }

    /// <summary>The same for work that has no result, with a context that is open already.</summary>
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

    /// <summary>The same with a context that is open already, and may have read what is to be changed.</summary>
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
    /// Does the work in no transaction, for the rare case that others must see what one statement did before the next is
    /// done.
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
        if (gate is not null)
        {
            await gate.WaitAsync(cancellationToken);
        }

        // A context may come from a pool, and from a unit of work before.
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

    /// <summary>The right to write, until disposed.</summary>
    private readonly struct Pass(SemaphoreSlim? gate) : IDisposable
    {
        public void Dispose() => gate?.Release();
    }
}
