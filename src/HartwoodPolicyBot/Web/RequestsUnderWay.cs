namespace HartwoodPolicyBot.Web;

/// <summary>
/// Counts the requests that are under way, so that work which nobody waits for gives way to people: it goes on when nobody is being
/// answered and it has been quiet for a moment.
/// </summary>
internal sealed class RequestsUnderWay(TimeProvider time)
{
    /// <summary>Whoever has just been answered often writes again at once.</summary>
    public static TimeSpan Quiet { get; } = TimeSpan.FromSeconds(1);

    private readonly Lock counting = new();
    private long quietSince = time.GetTimestamp();
    private int underWay;
    private TaskCompletionSource? allEnded;

    /// <summary>Counts a request until what is returned is disposed of.</summary>
    public IDisposable Begin()
    {
        lock (counting)
        {
            underWay++;
        }

        return new Request(this);
    }

    /// <summary>Completes when no request is under way and the last one, or the start, was a moment ago.</summary>
    public async Task UntilQuietAsync(CancellationToken cancellationToken)
    {
        var (isBusy, ended, left) = Look();
        while (isBusy)
        {
            await (ended?.WaitAsync(cancellationToken) ?? Task.Delay(left, time, cancellationToken));
            (isBusy, ended, left) = Look();
        }
    }

    /// <summary>Returns whether it isn't quiet yet, and either when the requests have ended or how long it will still take.</summary>
    private (bool IsBusy, Task? Ended, TimeSpan Left) Look()
    {
        lock (counting)
        {
            if (underWay > 0)
            {
                allEnded ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                return (true, allEnded.Task, default);
            }

            var left = Quiet - time.GetElapsedTime(quietSince);
            return (left > TimeSpan.Zero, null, left);
        }
    }

    private void End()
    {
        TaskCompletionSource? last = null;
        lock (counting)
        {
            if (--underWay == 0)
            {
                quietSince = time.GetTimestamp();
                last = allEnded;
                allEnded = null;
            }
        }

        last?.SetResult();
    }

    private sealed class Request(RequestsUnderWay requests) : IDisposable
    {
        public void Dispose() => requests.End();
    }
}
