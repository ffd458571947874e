using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Deletes old daily reminders and old notices, sent or not, and offers of files that have ended. Each feature deletes its
/// other deliveries itself: some keep a message from being sent twice, and others hold the place of a card that is still
/// edited.
/// </summary>
public sealed class DeliveryRetention(BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    private static readonly string[] Kinds = [DailyReminders.Kind, DeliveryNotices.Kind];

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddDays(-privacy.SentMessageDays);
        var ended = now - FileOffers.Remembered;
        return
        [
            new(
                "messages",
                await deletion.AllAsync(
                    database => database.Deliveries.Where(row => Kinds.Contains(row.Kind) && row.CreatedAt < before).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
            new(
                "offers of files",
                await deletion.AllAsync(
                    database => database.FileOffers.Where(row => row.ValidUntil < ended).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
        ];
    }
}
