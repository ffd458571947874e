using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Start;

/// <summary>
/// Does what nobody has to wait for when the server already listens: the bot checks itself, rehearses all commands and gives memory
/// back. People who write meanwhile come first. Its parts are made only then, so that the start need not wait for them.
/// </summary>
internal sealed class AfterStart(
    IServiceProvider services,
    RequestsUnderWay requests,
    IHostApplicationLifetime lifetime,
    ILogger<AfterStart> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        try
        {
            await requests.UntilQuietAsync(stoppingToken);
            await services.GetRequiredService<SelfCheck>().RunAsync(stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.NotChecked(fault);
        }

        try
        {
            await services.GetRequiredService<Rehearsal>().RunAsync(stoppingToken);
            await requests.UntilQuietAsync(stoppingToken);
            MemoryAfterStart.GiveBack();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.NotRehearsed(fault);
        }
    }
}
