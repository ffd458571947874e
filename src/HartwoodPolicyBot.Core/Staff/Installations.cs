using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Where the bot is installed. Teams tells an installation more than once, in no fixed order; it counts once.</summary>
public sealed class Installations(UnitOfWork unitOfWork, TimeProvider time)
{
    /// <summary>Notes the installation; false when it is known already, also when two calls come at the same moment.</summary>
    public async Task<bool> AddAsync(string place, InstallationScope scope, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;

        // Two events of one installation often come in the same millisecond; the database decides, in words that both understand.
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

    /// <summary>Forgets the installation: the bot was removed there, or its welcome could not be delivered.</summary>
    public Task RemoveAsync(string place, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync(
            database => database.Installations.Where(known => known.Place == place).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
}
