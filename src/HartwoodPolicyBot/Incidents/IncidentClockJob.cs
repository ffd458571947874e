using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Checks the incidents' deadlines once a minute. The database decides what is due, not the time at which this runs.
/// </summary>
internal sealed class IncidentClockJob(IncidentClocks clocks, UndeliveredSpeakUpReports undelivered, ILogger<IncidentClockJob> log)
    : TimedJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(60);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var planned =
            await clocks.PlanDueAsync(cancellationToken)
            + await undelivered.TellReportersAsync(cancellationToken)
            + await undelivered.TellHandlersAsync(cancellationToken);
        if (planned > 0)
        {
            log.RemindersPlanned(planned);
        }
    }

    protected override void Failed(Exception fault) => log.RemindersNotPlanned(fault);
}
