using HartwoodPolicyBot.Core.Monitoring;
using Quartz;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>Looks every ten minutes whether the report of last month is to be posted. The calendar and the database decide, not when this runs.</summary>
[DisallowConcurrentExecution]
internal sealed class MonitoringJob(MonthlyPost post, ILogger<MonitoringJob> log) : IJob
{
    public const int EveryMinutes = 10;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (await post.PlanDueAsync(cancellationToken))
            {
                log.MonthlyReportPlanned();
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.MonthlyReportNotPlanned(fault);
        }
    }
}
