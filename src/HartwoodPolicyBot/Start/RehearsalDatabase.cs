using HartwoodPolicyBot.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Start;

/// <summary>Holds the empty database of the <see cref="Rehearsal"/>, which is gone when it is disposed of.</summary>
internal sealed class RehearsalDatabase : IAsyncDisposable
{
    private const string Schema = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC";
    private readonly SqliteConnection kept;

    private RehearsalDatabase(SqliteConnection kept) => this.kept = kept;

    /// <summary>
    /// Creates the tables: those of the practice's database if it is SQLite, without its rows, and otherwise by the migrations.
    /// </summary>
    public static async Task<RehearsalDatabase> CreateAsync(
        IServiceProvider rehearsed,
        SqliteFile file,
        CancellationToken cancellationToken
    )
    {
        // A database in memory lives as long as a connection to it is open.
        var opened = new SqliteConnection(rehearsed.GetRequiredService<StorageOptions>().ConnectionString);
        await opened.OpenAsync(cancellationToken);
        if (file.Path is { } path)
        {
            foreach (var statement in Statements(path))
            {
                await using var create = opened.CreateCommand();
                create.CommandText = statement;
                await create.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        else
        {
            await using var database = await rehearsed
                .GetRequiredService<IDbContextFactory<HartwoodDbContext>>()
                .CreateDbContextAsync(cancellationToken);
            await database.Database.MigrateAsync(cancellationToken);
        }

        return new(opened);
    }

    public ValueTask DisposeAsync() => kept.DisposeAsync();

    private static List<string> Statements(string path)
    {
        using var database = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var read = database.CreateCommand();
        read.CommandText = Schema;
        using var rows = read.ExecuteReader();
        var statements = new List<string>();
        while (rows.Read())
        {
            statements.Add(rows.GetString(0));
        }

        return statements;
    }
}
