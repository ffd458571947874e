using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.Delivery;

/// <summary>
/// Plans each minute the daily reminders that are due. The calendar and the database decide what is due, not the time at which
/// this runs.
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
