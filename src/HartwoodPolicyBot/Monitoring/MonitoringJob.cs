using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>
/// Looks every 10 minutes whether last month's report must be posted. The calendar and the database decide that, not the time
/// at which this runs.
/// </summary>
internal sealed class MonitoringJob(MonthlyPost post, ILogger<MonitoringJob> log) : TimedJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromMinutes(10);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await post.PlanDueAsync(cancellationToken))
        {
            log.MonthlyReportPlanned();
        }
    }

    protected override void Failed(Exception fault) => log.MonthlyReportNotPlanned(fault);
}
