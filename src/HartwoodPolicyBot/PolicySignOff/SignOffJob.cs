using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>
/// Looks once a minute for people who joined after a sign-off round, and for changed policies. The database decides what is
/// new, not the time at which this runs.
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
