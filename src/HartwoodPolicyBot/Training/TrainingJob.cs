using HartwoodPolicyBot.Core.Training;
using Quartz;

namespace HartwoodPolicyBot.Training;

/// <summary>Looks once a minute whether the weekly list of who is overdue is to go out; the database decides that, not when this runs.</summary>
[DisallowConcurrentExecution]
internal sealed class TrainingJob(TrainingReminders reminders, ILogger<TrainingJob> log) : IJob
{
    public const int EverySeconds = 60;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await reminders.PlanOverdueAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.OverdueNotPlanned(fault);
        }
    }
}
