using HartwoodPolicyBot.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HartwoodPolicyBot.Testing;

/// <summary>The open connections to one database that are kept for the next user.</summary>
internal static class ConnectionPool
{
    /// <summary>Closes them, and leaves alone those of the databases that other tests use at the same time.</summary>
    public static void Clear(StorageOptions storage)
    {
        var builder = new DbContextOptionsBuilder<HartwoodDbContext>();
        StorageServices.Use(builder, storage);
        using var database = new HartwoodDbContext(builder.Options);
        switch (database.Database.GetDbConnection())
        {
            case SqliteConnection sqlite:
                SqliteConnection.ClearPool(sqlite);
                break;
            case NpgsqlConnection postgreSql:
                NpgsqlConnection.ClearPool(postgreSql);
                break;
            default:
                break;
        }
    }
}
