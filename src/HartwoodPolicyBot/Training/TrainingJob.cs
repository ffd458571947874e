using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Looks once a minute whether the weekly list of overdue training must be sent; the database decides that, not the time at
/// which this runs.
/// </summary>
internal sealed class TrainingJob(TrainingReminders reminders, ILogger<TrainingJob> log) : TimedJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(60);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await reminders.PlanOverdueAsync(cancellationToken);
    }

    protected override void Failed(Exception fault) => log.OverdueNotPlanned(fault);
}
