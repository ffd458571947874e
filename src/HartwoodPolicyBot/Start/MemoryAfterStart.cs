namespace HartwoodPolicyBot.Start;

/// <summary>
/// Gives memory back before the server listens: migration and training leave much behind that nobody needs again, and
/// without this it stays with the process.
/// </summary>
internal sealed class MemoryAfterStart : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        GiveBack();
        return Task.CompletedTask;
    }

    /// <summary>Gives memory that nobody needs back to the machine, which takes some tens of milliseconds.</summary>
    public static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
