using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace HartwoodPolicyBot.Testing;

/// <summary>Is a database for one test, on either provider, that is deleted after the test.</summary>
public sealed class TestDatabase : IDbContextFactory<HartwoodDbContext>, IAsyncDisposable
{
    /// <summary>
    /// Lists columns one by one, because SQLite's text of a table has a column in another place when a migration added it.
    /// </summary>
    private const string SqliteSchema = """
        SELECT 'column ' || tables.name || '.' || columns.name || ' ' || columns.type || ' ' || columns."notnull" || ' '
        || coalesce(columns.dflt_value, '') || ' ' || columns.pk AS line
        FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'
        AND tables.name NOT LIKE '%EFMigrations%'
        UNION ALL SELECT 'key ' || tables.name || '.' || keys."from" || ' ' || keys."table" || '.' || keys."to" || ' ' || keys.on_delete
        FROM sqlite_master AS tables, pragma_foreign_key_list(tables.name) AS keys WHERE tables.type = 'table'
        UNION ALL SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE type <> 'table'
        AND name NOT LIKE '%EFMigrations%'
        ORDER BY 1
        """;

    private const string PostgreSqlSchema = """
        SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
        || coalesce(character_maximum_length, 0) || ' ' || coalesce(column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '%EFMigrations%'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '%EFMigrations%'
        UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%EFMigrations%'
        ORDER BY 1
        """;

    private readonly StorageOptions storage;
    private readonly string name;
    private readonly List<UnitOfWork> units = [];

    private readonly PooledDbContextFactory<HartwoodDbContext> contexts;

    private TestDatabase(StorageOptions storage, string name)
    {
        (this.storage, this.name) = (storage, name);
        var builder = new DbContextOptionsBuilder<HartwoodDbContext>();
        StorageServices.Use(builder, storage);
        contexts = new(builder.Options);
    }

    public string ConnectionString => storage.ConnectionString;

    internal string SqliteFile => Path.Combine(Path.GetTempPath(), name);

    /// <summary>Creates a database with all migrations and nothing else: a copy of <see cref="MigratedDatabase"/>.</summary>
    public static async Task<TestDatabase> CreateAsync(StorageProvider provider)
    {
        var test = At(provider);
        if (provider == StorageProvider.PostgreSql)
        {
            await OnServerAsync($"CREATE DATABASE {test.name} TEMPLATE {await MigratedDatabase.OnServerAsync()}");
        }
        else
        {
            await MigratedDatabase.CopyToAsync(test.SqliteFile);
        }

        return test;
    }

    /// <summary>Creates a database without any table, as on a practice's first start.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(StorageProvider provider)
    {
        var test = At(provider);
        if (provider == StorageProvider.PostgreSql)
        {
            await OnServerAsync($"CREATE DATABASE {test.name}");
        }

        return test;
    }

    public HartwoodDbContext Open() => contexts.CreateDbContext();

    public HartwoodDbContext CreateDbContext() => Open();

    /// <summary>Creates the unit of work of one instance, with its own gate, as another process has.</summary>
    public UnitOfWork UnitOfWork(Outbox outbox)
    {
        var unit = new UnitOfWork(this, storage, outbox);
        units.Add(unit);
        return unit;
    }

    /// <summary>Returns every table, column, index and constraint, one a line.</summary>
    public async Task<IReadOnlyList<string>> SchemaAsync()
    {
        await using var database = Open();
        var sql = storage.Provider == StorageProvider.Sqlite ? SqliteSchema : PostgreSqlSchema;
        return await database.Database.SqlQueryRaw<string>(sql).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        units.ForEach(unit => unit.Dispose());
        ConnectionPool.Clear(storage);
        if (storage.Provider == StorageProvider.PostgreSql)
        {
            await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
            return;
        }

        foreach (var file in Directory.GetFiles(Path.GetTempPath(), name + "*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Runs a statement on the PostgreSQL server itself, outside any test's database.</summary>
    internal static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Requires.PostgreSql());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static TestDatabase At(StorageProvider provider)
    {
        var unique = $"hartwood_test_{Guid.NewGuid():N}";
        var connection =
            provider == StorageProvider.Sqlite
                ? $"Data Source={Path.Combine(Path.GetTempPath(), unique)}"
                : new NpgsqlConnectionStringBuilder(Requires.PostgreSql()) { Database = unique, MaxPoolSize = 10 }.ConnectionString;
        return new(new StorageOptions { Provider = provider, ConnectionString = connection }, unique);
    }
}
