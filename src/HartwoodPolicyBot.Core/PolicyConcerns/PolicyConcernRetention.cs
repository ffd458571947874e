using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Deletes concerns some years after they ended, with the deliveries about them. Open ones stay.</summary>
public sealed class PolicyConcernRetention(BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddYears(-privacy.PolicyConcernYears);
        return
        [
            new(
                "concerns about policies",
                await deletion.InPartsAsync(database => PartAsync(database, before, cancellationToken), cancellationToken)
            ),
        ];
    }

    private static async Task<int> PartAsync(HartwoodDbContext database, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ids = await database
            .PolicyConcerns.Where(row => row.EndedAt < before)
            .OrderBy(row => row.Id)
            .Select(row => row.Id)
            .Take(BatchedDeletion.Part)
            .ToListAsync(cancellationToken);
        await database.PolicyConcerns.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        await database.Deliveries.Where(row => ids.Contains(row.Subject)).ExecuteDeleteAsync(cancellationToken);
        return ids.Count;
    }
}
