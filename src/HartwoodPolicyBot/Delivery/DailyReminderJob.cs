using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.Delivery;

/// <summary>
/// Looks once a minute who is to hear of something today. What is due is decided by the calendar and the database, not by
/// when this runs.
/// </summary>
internal sealed class DailyReminderJob(DailyReminders messages, DeliveryNotices notices, ILogger<DailyReminderJob> log) : TimedJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(60);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var planned = await messages.PlanDueAsync(cancellationToken);
        if (planned > 0)
        {
            log.DueMessagesPlanned(planned);
        }

        await notices.PlanDueAsync(cancellationToken);
    }

    protected override void Failed(Exception fault) => log.DueMessagesNotPlanned(fault);
}
