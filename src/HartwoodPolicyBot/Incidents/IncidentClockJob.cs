using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Looks at the clocks once a minute. What is due is decided by the database, not by when this runs.</summary>
internal sealed class IncidentClockJob(IncidentClocks clocks, UndeliveredSpeakUpReports undelivered, ILogger<IncidentClockJob> log)
    : TimedJob
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
