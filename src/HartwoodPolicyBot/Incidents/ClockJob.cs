using HartwoodPolicyBot.Core.Incidents;
using Quartz;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Looks at the clocks once a minute. What is due is decided by the database, not by when this runs.</summary>
[DisallowConcurrentExecution]
internal sealed class ClockJob(IncidentClocks clocks, ILogger<ClockJob> log) : IJob
{
    public const int EverySeconds = 60;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var planned = await clocks.PlanDueAsync(cancellationToken);
            if (planned > 0)
            {
                log.RemindersPlanned(planned);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.RemindersNotPlanned(fault);
        }
    }
}
