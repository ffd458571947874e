using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>Registers and migrates the database.</summary>
public static class StorageServices
{
    private const int SecondsForLock = 3;
    private const int SecondsToConnect = 3;
    private const int SecondsForCommand = 6;
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddStorage(this IServiceCollection services) =>
        services
            .AddSingleton<WriteProbe>()
            .AddSingleton<SqliteFile>()
            .AddSingleton<SqliteBackup>()
            .AddPooledDbContextFactory<HartwoodDbContext>(
                (provider, builder) =>
                {
                    var storage = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
                    Use(builder, storage);
                    UseCompiledModel(builder, storage.Provider);
                }
            );

    /// <summary>Connects <paramref name="builder"/> to the configured database.</summary>
    public static void Use(DbContextOptionsBuilder builder, StorageOptions storage)
    {
        builder.ConfigureWarnings(warnings =>
            warnings
                // The snapshot of the model names the column types of SQLite, so on PostgreSQL it always differs; a test compares instead.
                .Ignore(RelationalEventId.PendingModelChangesWarning)
                // Two people who change a row at once are no error: the second is decided again. Whoever can't mend a fault logs it.
                .Log((CoreEventId.SaveChangesFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug))
        );
        if (storage.Provider == StorageProvider.PostgreSql)
        {
            builder.UseNpgsql(WithRoomForOthers(storage.ConnectionString));
        }
        else
        {
            var connection = OfSqlite(storage);
            builder.UseSqlite(connection.ConnectionString).AddInterceptors(SqliteSettings.Instance);
        }
    }

    /// <summary>Takes the model of the database that <c>compile-models.sh</c> wrote, which saves a start from working it out.</summary>
    public static void UseCompiledModel(DbContextOptionsBuilder builder, StorageProvider provider)
    {
#if !WITHOUT_COMPILED_MODELS
        builder.UseModel(
            provider == StorageProvider.PostgreSql
                ? CompiledModels.PostgreSql.HartwoodDbContextModel.Instance
                : CompiledModels.Sqlite.HartwoodDbContextModel.Instance
        );
#endif
    }

    /// <summary>
    /// Returns the connection string with a limit to how long a statement waits for a lock. The provider would try for 30 seconds,
    /// and Teams doesn't wait that long for an answer.
    /// </summary>
    internal static SqliteConnectionStringBuilder OfSqlite(StorageOptions storage)
    {
        var connection = new SqliteConnectionStringBuilder(storage.ConnectionString) { ForeignKeys = true };
        if (!connection.ShouldSerialize("Default Timeout"))
        {
            connection.DefaultTimeout = SecondsForLock;
        }

        return connection;
    }

    /// <summary>
    /// Limits how long a request waits for a server that is gone, and limits the connection pool to a third of the 100
    /// connections that a server accepts by default, because several instances share them.
    /// </summary>
    private static string WithRoomForOthers(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        parts.Timeout = parts.ContainsKey("Timeout") ? parts.Timeout : SecondsToConnect;
        parts.CommandTimeout = parts.ContainsKey("Command Timeout") ? parts.CommandTimeout : SecondsForCommand;
        parts.MaxPoolSize = Math.Min(parts.MaxPoolSize, parts.ContainsKey("Maximum Pool Size") ? int.MaxValue : 32);
        return parts.ConnectionString;
    }

    /// <summary>Migrates the database to the newest version, and creates it where there is none.</summary>
    /// <exception cref="DatabaseOutOfReachException">The connection string can't be read, or no database answers.</exception>
    /// <exception cref="MigrationLockedException">Another start began to migrate it and did not end.</exception>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        await TakeIntoUseAsync(services, await NeedsMigrationAsync(services, cancellationToken), cancellationToken);

    /// <summary>Returns whether the database must be migrated or made. It writes nothing.</summary>
    /// <exception cref="DatabaseOutOfReachException">The connection string can't be read, or no database answers.</exception>
    public static async Task<bool> NeedsMigrationAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<SqliteFile>().CheckBeforeStart();
        try
        {
            await using var database = await OpenAsync(services, cancellationToken);
            return (await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }
        catch (Exception fault) when (IsOutOfReach(fault))
        {
            throw new DatabaseOutOfReachException(fault);
        }
    }

    /// <summary>Takes the database into use: migrates it to the newest version if it must be, and creates it where there is none.</summary>
    /// <param name="services">The services.</param>
    /// <param name="needsMigration">What <see cref="NeedsMigrationAsync"/> returned.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <exception cref="DatabaseOutOfReachException">No database answers.</exception>
    /// <exception cref="MigrationLockedException">Another start began to migrate it and did not end.</exception>
    public static async Task TakeIntoUseAsync(IServiceProvider services, bool needsMigration, CancellationToken cancellationToken)
    {
        try
        {
            // EF locks the database even when there is nothing to migrate, so every start that is killed could leave a lock behind.
            if (needsMigration)
            {
                await using var database = await OpenAsync(services, cancellationToken);
                await MigrationLock.WaitAsync(
                    database,
                    services.GetRequiredService<TimeProvider>(),
                    services.GetRequiredService<ILogger<HartwoodDbContext>>(),
                    cancellationToken
                );
                database.Database.SetCommandTimeout(LongestMigration);
                await database.Database.MigrateAsync(cancellationToken);
            }

            services.GetRequiredService<SqliteFile>().KeepOpen();
        }
        catch (Exception fault) when (IsOutOfReach(fault))
        {
            throw new DatabaseOutOfReachException(fault);
        }
    }

    private static Task<HartwoodDbContext> OpenAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<IDbContextFactory<HartwoodDbContext>>().CreateDbContextAsync(cancellationToken);

    private static bool IsOutOfReach(Exception fault) => fault is DbException or ArgumentException or FormatException or SocketException;
}
