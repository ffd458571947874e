using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot;

/// <summary>
/// Asks two questions, has a post checked and types every command once after the start, so that nobody waits while the code and the
/// queries behind them are compiled, and while the check of posts learns. It does so with services of its own and an empty database
/// in memory: nothing reaches the practice's database or Teams.
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

    /// <summary>One that the policy covers, and one that it doesn't. They add two to the count of questions in the metrics.</summary>
    private static readonly string[] Questions = ["can I add a patient on facebook", "what time does the pharmacy shut"];

    private const string Post = "check a post: Our flu clinic is open on Saturday.";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await lifetime.StartedAsync(stoppingToken);
            await Task.Delay(AfterStart, TimeProvider.System, stoppingToken);
            await RunAsync(stoppingToken);
            MemoryAfterStart.GiveBack();
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
        foreach (
            var text in Questions.Concat(rehearsed.GetRequiredService<CommandList>().All.Select(command => command.Words[0])).Append(Post)
        )
        {
            try
            {
                await router.RouteAsync(RehearsedTurn.OfManager(text), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.NotRehearsed(fault);
            }
        }
    }
}
