using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Deletes old lines of the audit.</summary>
public sealed class AuditRetention(BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (refused, did) = (now.AddDays(-privacy.RefusedAttemptDays), now.AddYears(-privacy.AuditYears));
        return
        [
            new(
                "refused attempts",
                await deletion.AllAsync(
                    database => database.RefusedAttempts.Where(row => row.At < refused).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
            new(
                "actions of practice managers",
                await deletion.AllAsync(
                    database => database.ManagerActions.Where(row => row.At < did).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
        ];
    }
}
