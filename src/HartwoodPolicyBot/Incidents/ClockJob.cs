using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Looks at the clocks once a minute. What is due is decided by the database, not by when this runs.</summary>
internal sealed class ClockJob(IncidentClocks clocks, UndeliveredReports undelivered, ILogger<ClockJob> log) : TimedJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(60);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var planned = await clocks.PlanDueAsync(cancellationToken) + await undelivered.TellReportersAsync(cancellationToken);
        if (planned > 0)
        {
            log.RemindersPlanned(planned);
        }
    }

    protected override void Failed(Exception fault) => log.RemindersNotPlanned(fault);
}
