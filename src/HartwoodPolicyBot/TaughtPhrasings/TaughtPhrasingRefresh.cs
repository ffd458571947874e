using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.TaughtPhrasings;

/// <summary>
/// Loads what practice managers have taught in another instance. Twice a second it asks the database whether anything was written,
/// and reads only then.
/// </summary>
internal sealed class TaughtPhrasingRefresh(
    TaughtSections taught,
    IDbContextFactory<HartwoodDbContext> databases,
    TimeProvider time,
    ILogger<TaughtPhrasingRefresh> log
) : BackgroundService
{
    public static TimeSpan Every { get; } = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var changes = new DatabaseChanges(databases);
        using var often = new PeriodicTimer(Every, time);
        var isFailing = false;
        while (await often.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await changes.SinceLastLookAsync(stoppingToken))
                {
                    await taught.RefreshAsync(stoppingToken);
                }

                isFailing = false;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                changes.Forget();

                // Logged once and not twice a second, because an unreachable database is logged in other places too.
                if (!isFailing)
                {
                    log.TaughtNotRefreshed(fault);
                }

                isFailing = true;
            }
        }
    }
}
