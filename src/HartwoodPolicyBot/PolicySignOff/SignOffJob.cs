using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>
/// Looks once a minute who came after a round, and whether a policy has changed. The database decides what is new, not
/// when this runs.
/// </summary>
internal sealed class SignOffJob(SignOffReminders reminders, ILogger<SignOffJob> log) : TimedJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(60);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var asked = await reminders.AskEverybodyAsync(int.MaxValue, cancellationToken);
        if (asked > 0)
        {
            log.AskedToRead(asked);
        }

        await reminders.PlanChangedAsync(cancellationToken);
    }

    protected override void Failed(Exception fault) => log.NotAskedToRead(fault);
}
