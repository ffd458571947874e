using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>
/// Copies the SQLite database to one file while the bot runs, and puts such a file back while it doesn't.
/// </summary>
/// <remarks>Source: sqlite.org/lang_vacuum.html, VACUUM INTO: a consistent copy, with what is still in the write-ahead log.</remarks>
public sealed class SqliteBackup(SqliteFile file, IDbContextFactory<HartwoodDbContext> databases, TimeProvider time)
{
    /// <summary>
    /// By how much the numbers of incidents jump if the database that was in use can't be read. People know numbers that were
    /// given out after the backup was made, and no practice has so many incidents between two backups.
    /// </summary>
    public const int Jump = 1000;

    /// <summary>The endings of the files that together are a database.</summary>
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a backup. It contains what the database contains, so only the bot's own account may read it.</summary>
    /// <exception cref="BackupException">The backup could not be made; the message says why.</exception>
    public void Write(string target)
    {
        var source = file.Path!;
        if (!File.Exists(source) || new FileInfo(source).Length == 0)
        {
            throw new BackupException($"There is no database at {source}.");
        }

        if (File.Exists(target))
        {
            throw new BackupException($"{target} exists already. Remove it or name another file.");
        }

        var unfinished = $"{target}.unfinished";
        try
        {
            File.Delete(unfinished);
            Protected(unfinished).Dispose();
            using (var database = SqliteFile.Open(source, SqliteOpenMode.ReadWrite))
            {
                SqliteFile.Text(database, "VACUUM INTO $file", ("$file", unfinished));
            }

            Check(unfinished);
            File.Move(unfinished, target);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The backup could not be written to {target}: {fault.Message}");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Checks a backup, puts it in the place of the database, and keeps what was there.</summary>
    /// <returns>Where the database that was in use is now; null if there was none.</returns>
    /// <exception cref="BackupException">The backup can't be used, or the bot runs. Nothing was changed.</exception>
    public string? Restore(string backup)
    {
        var path = file.Path!;
        Check(backup);
        var now = time.GetUtcNow();
        var old = $"{path}.before-restore-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        var next = $"{path}.restored";
        try
        {
            var hasOld = File.Exists(path) && new FileInfo(path).Length > 0;
            var isReadable = hasOld && IsClosedDown(path);
            File.Delete(next);
            using (var to = Protected(next))
            using (var from = File.OpenRead(backup))
            {
                from.CopyTo(to);
                to.Flush(flushToDisk: true);
            }

            RaiseNumbers(next, isReadable ? path : null, now.Year);
            foreach (var part in Parts.Where(part => File.Exists(path + part)))
            {
                File.Move(path + part, old + part);
            }

            File.Move(next, path);
            return hasOld ? old : null;
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The backup could not be restored: {fault.Message}");
        }
    }

    /// <summary>Checks that the file is a whole database of this bot, and of no newer build.</summary>
    private void Check(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            throw new BackupException($"{path} is missing or empty.");
        }

        try
        {
            using var database = SqliteFile.Open(path, SqliteOpenMode.ReadOnly);
            if (SqliteFile.Text(database, "PRAGMA integrity_check") is not "ok")
            {
                throw new BackupException($"{path} is damaged.");
            }

            if (
                SqliteFile.Text(
                    database,
                    """SELECT count(*) FROM sqlite_master WHERE name IN ('__EFMigrationsHistory', 'Incidents', 'Deliveries')"""
                ) != "3"
            )
            {
                throw new BackupException($"{path} is not a database of this bot.");
            }

            using var context = databases.CreateDbContext();
            var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            using var command = database.CreateCommand();
            command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
            using var applied = command.ExecuteReader();
            while (applied.Read())
            {
                if (!known.Contains(applied.GetString(0)))
                {
                    throw new BackupException($"{path} was made by a newer version of the bot. Install that version first.");
                }
            }
        }
        catch (SqliteException fault)
        {
            throw new BackupException($"{path} is not a database that can be read: {fault.Message}");
        }
    }

    /// <summary>
    /// Writes what is in the log into the file, and ends the use of the log. That needs the database for itself, so it fails
    /// while the bot runs.
    /// </summary>
    /// <returns>False if the file can't be read; it may be the reason for the restore.</returns>
    private static bool IsClosedDown(string path)
    {
        try
        {
            using var database = SqliteFile.Open(path, SqliteOpenMode.ReadWrite);
            return SqliteFile.Text(database, "PRAGMA journal_mode = DELETE") == "delete"
                && SqliteFile.Text(database, """SELECT count(*) FROM "IncidentNumbers" """) is not null;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 5 or 6)
        {
            throw new BackupException("The bot is running. Stop it first.");
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>
    /// Makes sure that no number is given out twice: the numbers go on after the last one of the database that was in use. If
    /// that can't be read, they jump.
    /// </summary>
    private static void RaiseNumbers(string restored, string? old, int year)
    {
        using var database = SqliteFile.Open(restored, SqliteOpenMode.ReadWrite);
        if (old is null)
        {
            SqliteFile.Text(
                database,
                """UPDATE "IncidentNumbers" SET "Last" = "Last" + $jump WHERE "Year" >= $year""",
                ("$jump", Jump),
                ("$year", year)
            );
            SqliteFile.Text(
                database,
                """INSERT INTO "IncidentNumbers" ("Year", "Last") VALUES ($year, $jump) ON CONFLICT ("Year") DO NOTHING""",
                ("$jump", Jump),
                ("$year", year)
            );
            return;
        }

        SqliteFile.Text(database, "ATTACH DATABASE $old AS old", ("$old", old));
        SqliteFile.Text(
            database,
            """
            INSERT INTO "IncidentNumbers" ("Year", "Last") SELECT "Year", "Last" FROM old."IncidentNumbers" WHERE true
            ON CONFLICT ("Year") DO UPDATE SET "Last" = max("Last", excluded."Last")
            """
        );
    }

    private static FileStream Protected(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OnlyOwner;
        }

        return new(path, options);
    }
}

/// <summary>Reports that a backup could not be made or restored. The message is for whoever runs the bot.</summary>
public sealed class BackupException(string message) : Exception(message);
