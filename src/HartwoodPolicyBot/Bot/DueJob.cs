using HartwoodPolicyBot.Core.Delivery;
using Quartz;

namespace HartwoodPolicyBot.Bot;

/// <summary>Looks once a minute who is to hear of something today. What is due is decided by the calendar and the database, not by when this runs.</summary>
[DisallowConcurrentExecution]
internal sealed class DueJob(DueMessages messages, ILogger<DueJob> log) : IJob
{
    public const int EverySeconds = 60;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var planned = await messages.PlanDueAsync(cancellationToken);
            if (planned > 0)
            {
                log.DueMessagesPlanned(planned);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.DueMessagesNotPlanned(fault);
        }
    }
}
