using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Status;

namespace HartwoodPolicyBot;

/// <summary>
/// Logs what is not set up, and how many codes of anonymous reports were made with another key. Nobody has to wait for that, so it
/// is looked up when the server already listens.
/// </summary>
internal sealed class ChecksAfterStart(StatusCheck status, EarlierCodes codes, ILogger<PolicyBot> log) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await status.LogAsync(cancellationToken);
        if (await codes.OfOtherKeyAsync(cancellationToken) is > 0 and var lost)
        {
            log.CodesOfOtherKey(lost);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
