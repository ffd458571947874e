using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Remembers the turns of the last few minutes. Teams sends an activity again if it gets no answer within about 15 seconds, and
/// the person must not be answered twice. The turns are kept in two generations, which bounds the memory without a sweep.
/// </summary>
/// <remarks>Source: learn.microsoft.com, Teams bots: "Teams retries a turn that takes longer than 15 seconds".</remarks>
internal sealed class RecentTurns(TimeProvider time)
{
    private const int MostInGeneration = 20_000;
    private static readonly TimeSpan Generation = TimeSpan.FromMinutes(5);
    private static readonly Task<TurnOutcome> Done = Task.FromResult(TurnOutcome.Done);
    private readonly Lock turning = new();
    private ConcurrentDictionary<Guid, Task<TurnOutcome>> current = new();
    private ConcurrentDictionary<Guid, Task<TurnOutcome>> previous = new();
    private readonly long start = time.GetTimestamp();
    private long turnAt = Generation.Ticks;
    private int added;

    /// <summary>
    /// Runs <paramref name="handle"/> if the turn is new. For a repeated turn it returns the outcome of the first one, and
    /// waits for it if it is still running. A turn that failed may be sent again.
    /// </summary>
    public async Task<(TurnOutcome Outcome, bool WasRepeated)> RunOnceAsync(TeamsActivity activity, Func<Task<TurnOutcome>> handle)
    {
        if (string.IsNullOrEmpty(activity.Id))
        {
            return (await handle(), false);
        }

        TurnGeneration();
        var key = Key(activity);
        var generation = current;
        var running = new TaskCompletionSource<TurnOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (previous.TryGetValue(key, out var first) || (first = generation.GetOrAdd(key, running.Task)) != running.Task)
        {
            return (await first, true);
        }

        Interlocked.Increment(ref added);
        var outcome = TurnOutcome.NotDelivered;
        try
        {
            outcome = await handle();
        }
        finally
        {
            if (outcome.Delivered)
            {
                generation[key] = Done;
            }
            else
            {
                generation.TryRemove(key, out _);
            }

            running.SetResult(outcome);
        }

        return (outcome, false);
    }

    /// <summary>Returns a key of 16 bytes, so that long ids from a sender don't fill the memory.</summary>
    private static Guid Key(TeamsActivity activity)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.Type}|{activity.Conversation?.Id}|{activity.Id}"), hash);
        return new Guid(hash[..16]);
    }

    /// <summary>Returns the ticks since the start. They go on evenly when somebody sets the clock.</summary>
    private long Now() => time.GetElapsedTime(start).Ticks;

    private void TurnGeneration()
    {
        if (Volatile.Read(ref added) < MostInGeneration && Now() < Interlocked.Read(ref turnAt))
        {
            return;
        }

        lock (turning)
        {
            var now = Now();
            if (added >= MostInGeneration || now >= turnAt)
            {
                previous = current;
                current = new();
                added = 0;
                Interlocked.Exchange(ref turnAt, now + Generation.Ticks);
            }
        }
    }
}
