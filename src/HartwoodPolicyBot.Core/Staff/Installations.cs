using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Where the bot is installed. Teams tells an installation more than once, in no fixed order; it counts once.</summary>
public sealed class Installations(IDbContextFactory<HartwoodDbContext> databases, TimeProvider time)
{
    /// <summary>Notes the installation; false when it is known already, also when two calls come at the same moment.</summary>
    public async Task<bool> AddAsync(string place, InstallationScope scope, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;

        // Two events of one installation often come in the same millisecond; the database decides, in words that both understand.
        return await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Installations" ("Place", "Scope", "InstalledAt") VALUES ({place}, {(int)scope}, {now})
                ON CONFLICT ("Place") DO NOTHING
                """,
                cancellationToken
            ) == 1;
    }

    /// <summary>Forgets the installation: the bot was removed there, or its welcome could not be delivered.</summary>
    public async Task RemoveAsync(string place, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Installations.Where(known => known.Place == place).ExecuteDeleteAsync(cancellationToken);
    }
}
