using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HartwoodPolicyBot.Benchmarks.Migrations;

/// <summary>
/// Makes the context for <c>dotnet ef</c>. It is here because this program may carry EF's design package, and the bot should not.
/// </summary>
public sealed class MigrationsContext : IDesignTimeDbContextFactory<HartwoodDbContext>
{
    /// <param name="args">What comes after <c>--</c> on the command line: the provider, or nothing for SQLite.</param>
    public HartwoodDbContext CreateDbContext(string[] args)
    {
        var storage = args is ["PostgreSql", ..]
            ? new StorageOptions { Provider = StorageProvider.PostgreSql, ConnectionString = "Host=localhost" }
            : new StorageOptions { Provider = StorageProvider.Sqlite, ConnectionString = "Data Source=:memory:" };
        var builder = new DbContextOptionsBuilder<HartwoodDbContext>();
        StorageServices.Use(builder, storage);
        return new HartwoodDbContext(builder.Options);
    }
}
