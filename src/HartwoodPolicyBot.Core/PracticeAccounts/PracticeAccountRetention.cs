using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>
/// Deletes accounts that ended, access that was refused or taken away, and looks, after their retention period. What is on the
/// list stays.
/// </summary>
public sealed class PracticeAccountRetention(BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    private static readonly string[] Sent = [.. PracticeAccountDeliveryKinds.All.Select(kind => kind.Code)];

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddYears(-privacy.PracticeAccountYears);
        var sentBefore = now.AddDays(-privacy.SentMessageDays);
        return
        [
            new(
                "practice accounts",
                await deletion.AllAsync(
                    database => database.PracticeAccounts.Where(row => row.EndedAt < before).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
            new(
                "access to practice accounts",
                await deletion.AllAsync(
                    database =>
                        database
                            .AccountAccess.Where(row =>
                                (row.State == AccessState.Refused || row.State == AccessState.TakenAway)
                                && !row.PasswordToChange
                                && row.DecidedAt < before
                            )
                            .OrderBy(row => row.AccountId)
                            .ThenBy(row => row.PersonId),
                    cancellationToken
                )
            ),
            new(
                "looks at practice accounts",
                await deletion.AllAsync(
                    database => database.AccountLooks.Where(row => row.At < before).OrderBy(row => row.AccountId).ThenBy(row => row.Month),
                    cancellationToken
                )
            ),
            new(
                "messages about practice accounts",
                await deletion.AllAsync(
                    database =>
                        database.Deliveries.Where(row => Sent.Contains(row.Kind) && row.CreatedAt < sentBefore).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
        ];
    }
}
