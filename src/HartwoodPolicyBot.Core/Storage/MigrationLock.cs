using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>
/// Waits for another start that is migrating SQLite. EF holds others off with a row in a table, and deletes it at the end.
/// A start that is killed leaves the row behind, and EF would then wait for ever without a message. PostgreSQL's lock ends
/// with its connection.
/// </summary>
/// <remarks>Source: learn.microsoft.com, EF Core, SQLite provider limitations, concurrent migrations protection.</remarks>
internal static class MigrationLock
{
    private const string Table = "__EFMigrationsLock";

    /// <summary>
    /// Longer than any migration takes, because a row that is only a moment old may belong to a start that is still running.
    /// </summary>
    private static readonly TimeSpan LongestHeld = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Waits until the row is gone.</summary>
    /// <exception cref="MigrationLockedException">The row has been there for too long.</exception>
    public static async Task WaitAsync(HartwoodDbContext database, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        // Checking must create nothing: EF sets up the file if it doesn't exist yet.
        if (!database.Database.IsSqlite() || !await database.Database.CanConnectAsync(cancellationToken))
        {
            return;
        }

        var began = time.GetTimestamp();
        var waits = false;
        while (await HeldSinceAsync(database, cancellationToken) is { } since)
        {
            if (time.GetUtcNow() - since > LongestHeld || time.GetElapsedTime(began) > LongestHeld)
            {
                throw new MigrationLockedException(Table);
            }

            if (!waits)
            {
                log.WaitsForMigration(LongestHeld.TotalSeconds);
                waits = true;
            }

            await Task.Delay(BetweenLooks, time, cancellationToken);
        }
    }

    private static async Task<DateTimeOffset?> HeldSinceAsync(HartwoodDbContext database, CancellationToken cancellationToken)
    {
        if (
            !await database
                .Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = {Table}")
                .AnyAsync(cancellationToken)
        )
        {
            return null;
        }

        var rows = await database
            .Database.SqlQuery<string>($"""SELECT "Timestamp" AS "Value" FROM "__EFMigrationsLock" """)
            .ToListAsync(cancellationToken);
        return rows.Count == 0 ? null
            : DateTimeOffset.TryParse(rows[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since
            : DateTimeOffset.MinValue;
    }
}

/// <summary>Reports that a start that was killed while it migrated left its lock behind. The message says how to clear it.</summary>
public sealed class MigrationLockedException(string table)
    : SetUpException(
        $"The database is locked for a migration by the table {table}. If no other copy of the bot is starting, "
            + $"one was killed during a migration. Run DROP TABLE \"{table}\"; on the database "
            + "(Storage:ConnectionString) and start again. The unfinished migration is undone, and nothing is lost."
    );
