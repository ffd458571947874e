using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Interests;

/// <summary>
/// Ends the interests of people who have left, and deletes interests that ended, after their retention period. Somebody who was
/// marked as having left by mistake is brought back within days, so their interests last for a month.
/// </summary>
public sealed class InterestRetention(UnitOfWork unitOfWork, BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    private const int DaysAfterLeaving = 30;

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var left = now.AddDays(-DaysAfterLeaving);
        await unitOfWork.WriteAsync(
            database =>
                database
                    .Interests.Where(row =>
                        row.EndedAt == null
                        && database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt < left)
                    )
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.EndedAt, (DateTimeOffset?)now)
                                .SetProperty(row => row.Version, row => row.Version + 1),
                        cancellationToken
                    ),
            cancellationToken
        );
        var before = now.AddYears(-privacy.InterestYears);
        return
        [
            new(
                "interests",
                await deletion.AllAsync(
                    database => database.Interests.Where(row => row.EndedAt < before).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
        ];
    }
}
