using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Stores items from many people in shared transactions. While one group is being written, the next items wait and form the
/// next group. Use it only where a measurement shows that one transaction for each item is too slow.
/// </summary>
/// <param name="unitOfWork">Runs the transaction of a group.</param>
/// <param name="most">The largest number of items in a group.</param>
/// <param name="write">Writes a group's items and returns their results in the same order.</param>
internal sealed class GroupCommit<TItem, TResult>(
    UnitOfWork unitOfWork,
    int most,
    Func<HartwoodDbContext, IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> write
) : IDisposable
{
    private readonly ConcurrentQueue<Waiting> waiting = new();
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>
    /// The database for the next group. On SQLite its connection stays open, because EF registers all of its functions again whenever
    /// it opens one. On PostgreSQL a connection that is kept could be gone by the next group.
    /// </summary>
    private HartwoodDbContext? kept;

    /// <summary>Stores an item and returns its result. The task fails if the item could not be stored.</summary>
    public async Task<TResult> WriteAsync(TItem item)
    {
        var own = new Waiting(item);
        waiting.Enqueue(own);
        await one.WaitAsync();
        try
        {
            // Most callers find that another caller has stored their item while they waited.
            while (!own.Result.Task.IsCompleted)
            {
                await WriteGroupAsync();
            }
        }
        finally
        {
            one.Release();
        }

        return await own.Result.Task;
    }

    public void Dispose()
    {
        kept?.Dispose();
        one.Dispose();
    }

    private async Task WriteGroupAsync()
    {
        var group = new List<Waiting>();
        if (!await WriteAsync(group, isLastTry: false))
        {
            // One item made the whole group fail, so each is tried alone.
            foreach (var item in group)
            {
                await WriteAsync([item], isLastTry: true);
            }
        }
    }

    /// <summary>Writes a group. It is filled from the waiting items when the transaction has begun, unless this is the last try.</summary>
    /// <param name="group">The items to write.</param>
    /// <param name="isLastTry">True if the callers get the exception when this fails.</param>
    /// <returns>False if it failed and each item should be tried alone.</returns>
    private async Task<bool> WriteAsync(List<Waiting> group, bool isLastTry)
    {
        try
        {
            // No caller may cancel this, because the others wait for it too.
            var database = kept ??= await OpenAsync();
            var results = await unitOfWork.WriteAsync(
                database,
                () =>
                {
                    while (!isLastTry && group.Count < most && waiting.TryDequeue(out var next))
                    {
                        group.Add(next);
                    }

                    return write(database, group.ConvertAll(item => item.Item));
                },
                CancellationToken.None
            );
            database.ChangeTracker.Clear();
            foreach (var (item, result) in group.Zip(results))
            {
                item.Result.SetResult(result);
            }

            return true;
        }
        catch (Exception fault) when (DatabaseFaults.IsOutOfReach(fault))
        {
            await CloseAsync();

            // Trying one by one, or the next group, would make everybody wait as long again.
            while (waiting.TryDequeue(out var next))
            {
                group.Add(next);
            }

            group.ForEach(item => item.Result.TrySetException(fault));
            return true;
        }
        catch (Exception fault) when (isLastTry || group.Count < 2)
        {
            await CloseAsync();
            group.ForEach(item => item.Result.TrySetException(fault));
            return true;
        }
        catch (Exception)
        {
            await CloseAsync();
            return false;
        }
    }

    private async Task<HartwoodDbContext> OpenAsync()
    {
        var database = await unitOfWork.OpenAsync(CancellationToken.None);
        if (database.Database.IsSqlite())
        {
            await database.Database.OpenConnectionAsync();
        }

        return database;
    }

    /// <summary>Closes the database after a fault, so that nothing of a group that failed is in the next one.</summary>
    private async Task CloseAsync()
    {
        if (kept is { } database)
        {
            kept = null;
            await database.DisposeAsync();
        }
    }

    private sealed record Waiting(TItem Item)
    {
        public TaskCompletionSource<TResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
