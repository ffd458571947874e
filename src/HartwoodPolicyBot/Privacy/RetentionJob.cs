using HartwoodPolicyBot.Core.Privacy;
using Quartz;

namespace HartwoodPolicyBot.Privacy;

/// <summary>Looks whether this night's deletions are still to be done; the database decides that, not when this runs.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(Retention retention, ILogger<RetentionJob> log) : IJob
{
    public const int EveryMinutes = 10;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await retention.RunDueAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.RetentionNotBegun(fault);
        }
    }
}
