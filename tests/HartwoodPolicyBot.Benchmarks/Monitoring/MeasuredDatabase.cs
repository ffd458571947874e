using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HartwoodPolicyBot.Benchmarks.Monitoring;

/// <summary>Is a separate database to measure on, deleted afterwards.</summary>
internal sealed class MeasuredDatabase : IDbContextFactory<HartwoodDbContext>, IAsyncDisposable
{
    private const string Server = "HARTWOOD_TEST_POSTGRES";

    private MeasuredDatabase(StorageProvider provider)
    {
        var name = $"hartwood_measured_{Guid.NewGuid():N}";
        Storage = new()
        {
            Provider = provider,
            ConnectionString =
                provider == StorageProvider.Sqlite
                    ? $"Data Source={Path.Combine(Path.GetTempPath(), name)}.db"
                    : new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Server)) { Database = name }.ConnectionString,
        };
    }

    public StorageOptions Storage { get; }

    /// <summary>Returns SQLite, and PostgreSQL if there is a server.</summary>
    public static IEnumerable<StorageProvider> Providers()
    {
        yield return StorageProvider.Sqlite;
        if (Environment.GetEnvironmentVariable(Server) is { Length: > 0 })
        {
            yield return StorageProvider.PostgreSql;
        }
        else
        {
            Console.WriteLine($"{Server} is not set: PostgreSQL is not measured.");
        }
    }

    public static async Task<MeasuredDatabase> CreateAsync(StorageProvider provider)
    {
        var databases = new MeasuredDatabase(provider);
        await using var database = databases.CreateDbContext();
        await database.Database.MigrateAsync();
        return databases;
    }

    /// <summary>Updates the statistics after many writes, as PostgreSQL does automatically after a while.</summary>
    public async Task SettleAsync()
    {
        if (Storage.Provider == StorageProvider.PostgreSql)
        {
            await using var database = CreateDbContext();
            await database.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        }
    }

    public HartwoodDbContext CreateDbContext()
    {
        var builder = new DbContextOptionsBuilder<HartwoodDbContext>();
        StorageServices.Use(builder, Storage);
        return new(builder.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await using var database = CreateDbContext();
        await database.Database.EnsureDeletedAsync();
    }
}
