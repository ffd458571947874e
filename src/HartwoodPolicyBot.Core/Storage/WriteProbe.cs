using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>
/// Finds out whether the database takes writes, by a write that changes nothing: reading works on a full disk too. It asks the
/// database at most every 10 seconds, because anybody can call the health check.
/// </summary>
public sealed class WriteProbe(IDbContextFactory<HartwoodDbContext> databases, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim one = new(1, 1);
    private (long At, string? Fault)? last;

    /// <summary>Returns why the database takes no writes; null if it does.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (last is not var (at, known) || time.GetElapsedTime(at) >= Fresh)
            {
                known = await FindAsync(cancellationToken);
                last = (time.GetTimestamp(), known);
            }

            return known;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            if (database.Database.IsSqlite())
            {
                await WriteToSqliteAsync(database, cancellationToken);
                return null;
            }

            // A message in the write-ahead log, which nobody reads.
            await database.Database.ExecuteSqlRawAsync("SELECT pg_logical_emit_message(true, 'hartwood', 'probe')", cancellationToken);
            var readOnly = await database
                .Database.SqlQueryRaw<string>("SELECT current_setting('transaction_read_only') AS \"Value\"")
                .ToListAsync(cancellationToken);
            return readOnly[0] == "on" ? "The database is read-only." : null;
        }
        catch (Exception fault) when (fault is DbException || DatabaseFaults.IsOutOfReach(fault))
        {
            return $"The database takes no writes: {fault.GetBaseException().Message.ReplaceLineEndings(" ")}";
        }
    }

    /// <summary>
    /// Writes a number into the file's header, which the bot doesn't use. Each write needs room in the log, and adds at least a
    /// page to it.
    /// </summary>
    private static async Task WriteToSqliteAsync(HartwoodDbContext database, CancellationToken cancellationToken)
    {
        var number = (
            await database
                .Database.SqlQueryRaw<int>("SELECT user_version AS \"Value\" FROM pragma_user_version")
                .ToListAsync(cancellationToken)
        )[0];
        await database.Database.ExecuteSqlRawAsync(number == 0 ? "PRAGMA user_version = 1" : "PRAGMA user_version = 0", cancellationToken);
    }
}
