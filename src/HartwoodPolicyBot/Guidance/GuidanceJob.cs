using HartwoodPolicyBot.Core.Guidance;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.Guidance;

/// <summary>
/// Looks every 10 minutes whether practice managers must be reminded of the national guidance. The calendar and the database decide
/// that, not the time at which this runs.
/// </summary>
internal sealed class GuidanceJob(GuidanceReminders reminders, ILogger<GuidanceJob> log) : TimedJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromMinutes(10);

    protected override Task RunAsync(CancellationToken cancellationToken) => reminders.PlanDueAsync(cancellationToken);

    protected override void Failed(Exception fault) => log.GuidanceReminderNotPlanned(fault);
}
