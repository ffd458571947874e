using HartwoodPolicyBot.Core.Storage;
using Microsoft.Data.Sqlite;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Says whether the key of anonymous reports' codes belongs to the database in the SQLite file. A backup doesn't hold the key,
/// so that nobody can link a code to a report with the backup alone.
/// </summary>
public sealed class RestoredCodes(FollowUpOptions options, StorageOptions storage)
{
    /// <summary>Returns where the file with the key is; null if the settings hold the key.</summary>
    public string? KeyFile => options.FollowUpKey is { Length: > 0 } ? null : FollowUpKeyFile.PathOf(options, storage);

    /// <summary>Returns how many anonymous reports have a code that isn't recognised with the key that is here.</summary>
    public int CountOfOtherKey()
    {
        var codes = FollowUpKeyFile.Find(options, storage) is { } key ? new FollowUpCodes(key) : null;
        using var database = SqliteFile.Open(SqliteFile.PathOf(storage)!, SqliteOpenMode.ReadOnly);
        using var command = database.CreateCommand();
        command.CommandText = """SELECT "CodeHash" FROM "Incidents" WHERE "CodeHash" IS NOT NULL""";
        using var hashes = command.ExecuteReader();
        var count = 0;
        while (hashes.Read())
        {
            var stored = hashes.GetString(0);
            count += codes?.IsOfOtherKey(stored) ?? !FollowUpCodes.IsAsEarlierStored(stored) ? 1 : 0;
        }

        return count;
    }
}
