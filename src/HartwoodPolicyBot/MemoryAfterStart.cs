namespace HartwoodPolicyBot;

/// <summary>
/// Gives memory back before the server listens: migration and training leave much behind that nobody needs again, and
/// without this it stays with the process.
/// </summary>
internal sealed class MemoryAfterStart : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
