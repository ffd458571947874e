using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Records where the bot is installed. Teams reports one installation several times and in any order, so it is counted
/// once.
/// </summary>
public sealed class Installations(UnitOfWork unitOfWork, TimeProvider time)
{
    /// <summary>Records an installation. Returns false when it is known already, also when two calls come at the same moment.</summary>
    public async Task<bool> AddAsync(string place, InstallationScope scope, CancellationToken cancellationToken)
    {
        var now = PracticeTime.StartOfDay(time.GetUtcNow()).UtcDateTime;

        // Two events of one installation often arrive in the same millisecond. The database decides, in SQL that both databases
        // understand.
        return await unitOfWork.WriteAsync(
                database =>
                    database.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO "Installations" ("Place", "Scope", "InstalledAt") VALUES ({place}, {(int)scope}, {now})
                        ON CONFLICT ("Place") DO NOTHING
                        """,
                        cancellationToken
                    ),
                cancellationToken
            ) == 1;
    }

    /// <summary>Deletes an installation, because the bot was removed there or its welcome could not be delivered.</summary>
    public Task RemoveAsync(string place, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync(
            database => database.Installations.Where(known => known.Place == place).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
}
