using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.Privacy;

/// <summary>
/// Looks whether this night's deletions still have to be made; the database decides that, not the time at which this runs.
/// </summary>
internal sealed class RetentionJob(Retention retention, ILogger<RetentionJob> log) : TimedJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromMinutes(10);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await retention.RunDueAsync(cancellationToken);
    }

    protected override void Failed(Exception fault) => log.RetentionNotStarted(fault);
}
