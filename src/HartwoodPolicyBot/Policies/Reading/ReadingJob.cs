using HartwoodPolicyBot.Core.Policies.Reading;
using Quartz;

namespace HartwoodPolicyBot.Policies.Reading;

/// <summary>Looks once a minute who came after a round, and whether a policy has changed. The database decides what is new, not when this runs.</summary>
[DisallowConcurrentExecution]
internal sealed class ReadingJob(ReadingReminders reminders, ILogger<ReadingJob> log) : IJob
{
    public const int EverySeconds = 60;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var asked = await reminders.AskEverybodyAsync(int.MaxValue, cancellationToken);
            if (asked > 0)
            {
                log.AskedToRead(asked);
            }

            await reminders.PlanChangedAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.NotAskedToRead(fault);
        }
    }
}
