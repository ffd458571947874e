using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace HartwoodPolicyBot.Benchmarks.Monitoring;

/// <summary>Writes many rows into a table, as fast as each database takes them.</summary>
internal static class BulkInsert
{
    public static async Task RunAsync(HartwoodDbContext database, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        await database.Database.OpenConnectionAsync();
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        if (database.Database.GetDbConnection() is NpgsqlConnection server)
        {
            await using var import = await server.BeginBinaryImportAsync($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)");
            foreach (var row in rows)
            {
                await import.WriteRowAsync(default, row.Select(value => value ?? DBNull.Value).ToArray());
            }

            await import.CompleteAsync();
            return;
        }

        await using var transaction = await database.Database.BeginTransactionAsync();
        await using var insert = database.Database.GetDbConnection().CreateCommand();
        insert.Transaction = transaction.GetDbTransaction();
        insert.CommandText = $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})";
        foreach (var column in columns)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"@{column}";
            insert.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++)
            {
                insert.Parameters[at].Value = row[at] ?? DBNull.Value;
            }

            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }
}
