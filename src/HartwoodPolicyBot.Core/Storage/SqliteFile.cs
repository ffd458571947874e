using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>
/// Looks after the file of an SQLite database: a new one is made only where none was, and the file is in use while the bot
/// runs. It does nothing on PostgreSQL.
/// </summary>
public sealed class SqliteFile(StorageOptions storage, ILogger<SqliteFile> log) : IDisposable
{
    private SqliteConnection? keptOpen;

    /// <summary>Returns the full path; null if the database isn't a file of SQLite.</summary>
    public string? Path => PathOf(storage);

    /// <summary>Returns the full path of a database; null if it isn't a file of SQLite.</summary>
    public static string? PathOf(StorageOptions storage) =>
        storage.Provider == StorageProvider.Sqlite
        && new SqliteConnectionStringBuilder(storage.ConnectionString)
            is { Mode: not SqliteOpenMode.Memory, DataSource: { Length: > 0 } file }
        && !file.StartsWith(':')
        && !file.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? System.IO.Path.GetFullPath(file)
            : null;

    /// <summary>Returns the path of a file that lies beside the database, or in the working folder if that isn't a file.</summary>
    /// <param name="storage">The database.</param>
    /// <param name="ending">The ending of the file's name, such as ".key".</param>
    public static string Beside(StorageOptions storage, string ending) =>
        PathOf(storage) is { } database ? System.IO.Path.ChangeExtension(database, ending) : $"hartwood{ending}";

    /// <summary>
    /// Says that a new database will be made where none is. Refuses an empty file: a database was there, and has been lost.
    /// </summary>
    /// <exception cref="DatabaseOutOfReachException">There is an empty file, or the log of a database without the database.</exception>
    public void CheckBeforeStart()
    {
        if (PathOrNone() is not { } path)
        {
            return;
        }

        if (!File.Exists(path))
        {
            if (File.Exists($"{path}-wal"))
            {
                throw new DatabaseOutOfReachException(
                    $"{path} is missing, but its log ({path}-wal) is there. Put the database back, or restore a backup: restore FILE."
                );
            }

            log.MakesNewDatabase(path);
        }
        else if (new FileInfo(path).Length == 0)
        {
            throw new DatabaseOutOfReachException(
                $"{path} is empty. If it was in use before, restore a backup: restore FILE. For a new database, delete the empty file."
            );
        }
    }

    /// <summary>
    /// Keeps one connection open as long as the bot runs, so that <see cref="SqliteBackup.Restore"/> finds out that it does.
    /// </summary>
    public void KeepOpen()
    {
        if (PathOrNone() is { } path)
        {
            keptOpen = Open(path, SqliteOpenMode.ReadWrite);
            // A connection takes part in the log, and so shows itself to others, from its first read on.
            Text(keptOpen, "SELECT count(*) FROM sqlite_master");
        }
    }

    public void Dispose() => keptOpen?.Dispose();

    /// <summary>Opens a database without the pool, which would keep the file open.</summary>
    internal static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 5,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    /// <summary>Runs a statement and returns its first value as text.</summary>
    internal static string? Text(SqliteConnection database, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Returns null for a connection string that can't be read too: whoever opens the database will say so.</summary>
    private string? PathOrNone()
    {
        try
        {
            return Path;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
