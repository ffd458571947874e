using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot;

/// <summary>
/// Types every command once after the start, so that nobody waits while the code and the queries behind it are compiled. It does
/// so with services of its own and an empty database in memory: nothing reaches the practice's database or Teams.
/// </summary>
internal sealed class Rehearsal(
    IServiceProvider services,
    RehearsalServices copy,
    SqliteFile file,
    IHostApplicationLifetime lifetime,
    ILogger<Rehearsal> log
) : BackgroundService
{
    /// <summary>People who wrote while the bot was starting are answered first.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await lifetime.StartedAsync(stoppingToken);
            await Task.Delay(AfterStart, TimeProvider.System, stoppingToken);
            await RunAsync(stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.NotRehearsed(fault);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var rehearsed = copy.Build(services);
        await using var database = await RehearsalDatabase.CreateAsync(rehearsed, file, cancellationToken);
        var router = rehearsed.GetRequiredService<TurnRouter>();
        foreach (var command in rehearsed.GetRequiredService<CommandList>().All)
        {
            try
            {
                await router.RouteAsync(RehearsedTurn.OfManager(command.Words[0]), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.NotRehearsed(fault);
            }
        }
    }
}
