using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HartwoodPolicyBot.Testing;

/// <summary>
/// Holds a database with all migrations and nothing else, made once for a test run on each provider and copied for each test.
/// </summary>
internal static class MigratedDatabase
{
    private static readonly Lazy<Task<byte[]>> Bytes = new(MakeFileAsync);
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    /// <summary>Writes a copy of the SQLite database to <paramref name="file"/>.</summary>
    public static async Task CopyToAsync(string file) => await File.WriteAllBytesAsync(file, await Bytes.Value);

    /// <summary>Returns the name of the database on the PostgreSQL server that is the template of others.</summary>
    public static Task<string> OnServerAsync() => Template.Value;

    private static async Task<byte[]> MakeFileAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hartwood");
        try
        {
            var file = Path.Combine(folder.FullName, "migrated.db");

            // Without a pool, closing the only connection writes the journal back into the file.
            await MigrateAsync(StorageProvider.Sqlite, $"Data Source={file};Pooling=False");
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"hartwood_migrated_{Guid.NewGuid():N}";
        await TestDatabase.OnServerAsync($"CREATE DATABASE {name}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            TestDatabase.OnServerAsync($"DROP DATABASE {name} WITH (FORCE)").GetAwaiter().GetResult();

        // Without a pool, because nothing can be copied while somebody is connected to it.
        var server = new NpgsqlConnectionStringBuilder(Requires.PostgreSql()) { Database = name, Pooling = false };
        await MigrateAsync(StorageProvider.PostgreSql, server.ConnectionString);
        return name;
    }

    private static async Task MigrateAsync(StorageProvider provider, string connection)
    {
        var builder = new DbContextOptionsBuilder<HartwoodDbContext>();
        StorageServices.Use(builder, new StorageOptions { Provider = provider, ConnectionString = connection });
        await using var database = new HartwoodDbContext(builder.Options);
        await database.Database.MigrateAsync();
    }
}
