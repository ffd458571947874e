using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Policies;

/// <summary>
/// Takes the policies that another instance has published, or whose day has come. Four times a second it asks the database whether
/// anything was written, which costs almost nothing, and reads the numbers of the versions only then.
/// </summary>
internal sealed class PolicyRefresh(
    PoliciesInForce policies,
    IDbContextFactory<HartwoodDbContext> databases,
    TimeProvider time,
    ILogger<PolicyRefresh> log
) : BackgroundService
{
    public static TimeSpan Every { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often it looks without a change, because the day changes without one.</summary>
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var changes = new DatabaseChanges(databases);
        using var often = new PeriodicTimer(Every, time);
        var (isFailing, looked) = (false, time.GetTimestamp());
        while (await often.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await changes.SinceLastLookAsync(stoppingToken) || time.GetElapsedTime(looked) >= AtLeast)
                {
                    looked = time.GetTimestamp();
                    await policies.RefreshAsync(stoppingToken);
                }

                isFailing = false;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                changes.Forget();
                if (!isFailing)
                {
                    log.PoliciesNotRefreshed(fault);
                }

                isFailing = true;
            }
        }
    }
}
