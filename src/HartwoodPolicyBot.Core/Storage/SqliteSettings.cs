using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>
/// Sets up each SQLite connection: it waits some seconds for a lock instead of failing at once, and syncs at checkpoints, which with the
/// write-ahead log loses nothing when the process is killed.
/// </summary>
/// <remarks>Source: sqlite.org/pragma.html#pragma_synchronous, NORMAL with WAL. EF Core makes new databases with WAL.</remarks>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    public static readonly SqliteSettings Instance = new();
    private const string Pragmas = "PRAGMA busy_timeout = 3500; PRAGMA synchronous = NORMAL;";

    /// <summary>The connections that are set up. The pool gives the same one out again and again, as it was left.</summary>
    private readonly ConditionalWeakTable<object, object> done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var pooled = ((SqliteConnection)connection).Handle!;
        if (done.TryGetValue(pooled, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        done.AddOrUpdate(pooled, pooled);
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
