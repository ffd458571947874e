using HartwoodPolicyBot.Answers;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Start;

/// <summary>
/// Does what nobody has to wait for when the server already listens: the bot checks itself, rehearses all commands, learns what is still
/// to be learned and gives memory back. People who write meanwhile come first. Its parts are made only then, so that the start need not
/// wait for them.
/// </summary>
internal sealed class AfterStart(
    IServiceProvider services,
    RequestsUnderWay requests,
    StartOptions options,
    IHostApplicationLifetime lifetime,
    ILogger<AfterStart> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        await TryAsync(
            async () =>
            {
                await requests.UntilQuietAsync(stoppingToken);
                await services.GetRequiredService<SelfCheck>().RunAsync(stoppingToken);
            },
            log.NotChecked
        );
        if (options.Rehearses)
        {
            await TryAsync(() => services.GetRequiredService<Rehearsal>().RunAsync(stoppingToken), log.NotRehearsed);
        }

        await TryAsync(
            async () =>
            {
                await requests.UntilQuietAsync(stoppingToken);
                _ = services.GetRequiredService<Lazy<ConcernClassifier>>().Value;
                services.GetRequiredService<SearchRelearning>().Run(stoppingToken);
            },
            log.NotLearnedAnew
        );
        await requests.UntilQuietAsync(stoppingToken);
        MemoryAfterStart.GiveBack();
    }

    private static async Task TryAsync(Func<Task> step, Action<Exception> tell)
    {
        try
        {
            await step();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            tell(fault);
        }
    }
}
