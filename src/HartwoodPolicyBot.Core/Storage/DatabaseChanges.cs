using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>
/// Tells at almost no cost whether anything may have been written to the database since the last look, by this instance or
/// another. It keeps one connection open. Not for use by several threads at once.
/// </summary>
/// <remarks>
/// Sources: sqlite.org/pragma.html#pragma_data_version; PostgreSQL, "System Administration Functions", pg_current_wal_insert_lsn.
/// </remarks>
public sealed class DatabaseChanges(IDbContextFactory<HartwoodDbContext> databases) : IAsyncDisposable
{
    private HartwoodDbContext? kept;
    private DbCommand? look;
    private string? last;

    /// <summary>Returns false when nothing has been written since the last look; otherwise true.</summary>
    public async Task<bool> SinceLastLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            look ??= await OpenAsync(cancellationToken);
            var now = (await look.ExecuteScalarAsync(cancellationToken))?.ToString();
            var isSame = now == last;
            last = now;
            return !isSame;
        }
        catch (DbException)
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the next look report a change, because the last one could not be acted on.</summary>
    public void Forget() => last = null;

    /// <summary>Closes the connection. The next look opens another.</summary>
    public async ValueTask DisposeAsync()
    {
        Forget();
        look?.Dispose();
        look = null;
        if (kept is not null)
        {
            await kept.DisposeAsync();
            kept = null;
        }
    }

    private async Task<DbCommand> OpenAsync(CancellationToken cancellationToken)
    {
        kept ??= await databases.CreateDbContextAsync(cancellationToken);
        await kept.Database.OpenConnectionAsync(cancellationToken);
        var command = kept.Database.GetDbConnection().CreateCommand();
        command.CommandText = kept.Database.IsSqlite() ? "PRAGMA data_version" : "SELECT pg_current_wal_insert_lsn()::text";
        return command;
    }
}
