using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>
/// Says whether the database could not be used at all: it is locked, full, read-only or broken, or the server doesn't answer.
/// Such a fault has nothing to do with what was to be written, and may pass.
/// </summary>
public static class DatabaseFaults
{
    private const int FirstOfItsKind = 0xff;

    /// <summary>SQLite's codes: busy, locked, read-only, I/O error, corrupt, full, cannot open, not a database.</summary>
    /// <remarks>Source: sqlite.org/rescode.html.</remarks>
    private static readonly int[] Unusable = [5, 6, 8, 10, 11, 13, 14, 26];

    public static bool IsOutOfReach(Exception fault) =>
        fault switch
        {
            DatabaseBusyException => true,
            SqliteException sqlite => Unusable.Contains(sqlite.SqliteErrorCode & FirstOfItsKind),
            // Class 53 is no room, 25006 a server that is read-only.
            PostgresException server => server.IsTransient
                || server.SqlState.StartsWith("53", StringComparison.Ordinal)
                || server.SqlState == "25006",
            NpgsqlException or SocketException or TimeoutException => true,
            DbUpdateException { InnerException: { } inner } => IsOutOfReach(inner),
            InvalidOperationException { InnerException: { } inner } => IsOutOfReach(inner),
            AggregateException several => several.InnerExceptions.Any(IsOutOfReach),
            _ => false,
        };
}

/// <summary>Reports that other writers held the database for too long.</summary>
public sealed class DatabaseBusyException() : Exception("The database was busy with other writes for too long.");
