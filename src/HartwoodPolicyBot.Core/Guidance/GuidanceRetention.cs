using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>Deletes checks of the national guidance after as many years as the audit is kept, and old reminders.</summary>
public sealed class GuidanceRetention(BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    /// <summary>A reminder that is deleted too early would be sent again.</summary>
    private const int LeastDays = 2 * GuidanceReminders.DaysBeforeReview;

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var checkedBefore = now.AddYears(-privacy.AuditYears);
        var sentBefore = now.AddDays(-Math.Max(privacy.SentMessageDays, LeastDays));
        return
        [
            new(
                "checks of the national guidance",
                await deletion.AllAsync(
                    database => database.GuidanceChecks.Where(row => row.At < checkedBefore).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
            new(
                "reminders to check the national guidance",
                await deletion.AllAsync(
                    database =>
                        database
                            .Deliveries.Where(row => row.Kind == GuidanceReminders.Kind && row.CreatedAt < sentBefore)
                            .OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
        ];
    }
}
