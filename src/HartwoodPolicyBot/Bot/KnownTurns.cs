using System.Collections.Concurrent;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Bot;

/// <summary>
/// The turns of the last minutes. Teams sends an activity again when it got no answer in about 15 seconds; the person must
/// not be answered twice. Kept in two generations, so that memory has a bound and nothing is swept.
/// </summary>
/// <remarks>Source: learn.microsoft.com, Teams bots: "Teams retries a turn that takes longer than 15 seconds".</remarks>
public sealed class KnownTurns(TimeProvider time)
{
    private const int MostInGeneration = 20_000;
    private static readonly TimeSpan Generation = TimeSpan.FromMinutes(5);
    private readonly Lock turning = new();
    private ConcurrentDictionary<string, bool> current = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, bool> previous = new(StringComparer.Ordinal);
    private long turnAt = (time.GetUtcNow() + Generation).UtcTicks;
    private int added;

    /// <summary>True for a turn that is new, or has no id to know it by.</summary>
    public bool Add(Activity activity)
    {
        if (Key(activity) is not { } key)
        {
            return true;
        }

        TurnGeneration();
        if (previous.ContainsKey(key) || !current.TryAdd(key, true))
        {
            return false;
        }

        Interlocked.Increment(ref added);
        return true;
    }

    /// <summary>Lets the turn come again: its answer was not delivered.</summary>
    public void Forget(Activity activity)
    {
        if (Key(activity) is { } key)
        {
            current.TryRemove(key, out _);
            previous.TryRemove(key, out _);
        }
    }

    private static string? Key(Activity activity) =>
        string.IsNullOrEmpty(activity.Id) ? null : $"{activity.Type}|{activity.Conversation?.Id}|{activity.Id}";

    private void TurnGeneration()
    {
        if (Volatile.Read(ref added) < MostInGeneration && time.GetUtcNow().UtcTicks < Interlocked.Read(ref turnAt))
        {
            return;
        }

        lock (turning)
        {
            var now = time.GetUtcNow();
            if (added >= MostInGeneration || now.UtcTicks >= turnAt)
            {
                previous = current;
                current = new(StringComparer.Ordinal);
                added = 0;
                Interlocked.Exchange(ref turnAt, (now + Generation).UtcTicks);
            }
        }
    }
}
