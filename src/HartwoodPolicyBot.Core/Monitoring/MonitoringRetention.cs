using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Deletes which reports were posted. For its month a post must be known, or it would come again.</summary>
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
