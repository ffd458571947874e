using HartwoodPolicyBot.Core.Training;
using Quartz;

namespace HartwoodPolicyBot.Training;

/// <summary>Looks once a minute who is to be reminded. What is due is decided by the calendar and the database, not by when this runs.</summary>
[DisallowConcurrentExecution]
internal sealed class TrainingJob(TrainingReminders reminders, ILogger<TrainingJob> log) : IJob
{
    public const int EverySeconds = 60;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var planned = await reminders.PlanDueAsync(cancellationToken);
            if (planned > 0)
            {
                log.TrainingRemindersPlanned(planned);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.TrainingRemindersNotPlanned(fault);
        }
    }
}
