namespace HartwoodPolicyBot.Start;

/// <summary>Waits for the moment from which the bot answers.</summary>
internal static class HostStart
{
    /// <summary>Completes when the server listens and every hosted service has started.</summary>
    public static async Task StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
