using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Training.Scenarios;

/// <summary>
/// Takes the scenarios that another instance has changed. Twice a second it asks the database whether anything was written, and
/// reads only then.
/// </summary>
internal sealed class ScenarioRefresh(
    TrainingScenarios scenarios,
    IDbContextFactory<HartwoodDbContext> databases,
    TimeProvider time,
    ILogger<ScenarioRefresh> log
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
                    await scenarios.RefreshAsync(stoppingToken);
                }

                isFailing = false;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                changes.Forget();
                if (!isFailing)
                {
                    log.ScenariosNotRefreshed(fault);
                }

                isFailing = true;
            }
        }
    }
}
