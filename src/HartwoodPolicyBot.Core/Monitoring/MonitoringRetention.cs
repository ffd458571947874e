using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>
/// Deletes the records of old monthly posts. The post of the current month stays recorded, because otherwise it would be
/// posted again.
/// </summary>
public sealed class MonitoringRetention(BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    private const int LongestMonth = 31;

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddDays(-Math.Max(privacy.SentMessageDays, LongestMonth));
        return
        [
            new(
                "posts of the monitoring report",
                await deletion.AllAsync(
                    database =>
                        database.Deliveries.Where(row => row.Kind == MonthlyPost.Kind && row.CreatedAt < before).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
        ];
    }
}
