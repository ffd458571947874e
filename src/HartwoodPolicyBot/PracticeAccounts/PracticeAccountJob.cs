using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>
/// Looks every few minutes whether practice managers must be asked about the accounts, or told of somebody who has left; the
/// database decides that, not the time at which this runs.
/// </summary>
internal sealed class PracticeAccountJob(AccountLooks looks, ILogger<PracticeAccountJob> log) : TimedJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromMinutes(5);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await looks.PlanMonthlyAsync(cancellationToken);
        await looks.PlanLeaversAsync(cancellationToken);
    }

    protected override void Failed(Exception fault) => log.AccountMessagesNotPlanned(fault);
}
