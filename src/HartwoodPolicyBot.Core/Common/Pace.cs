using System.Collections.Concurrent;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Limits how fast something may happen, for each key apart, such as a person. Each time moves the key's time stamp on by one interval,
/// and the stamp may be ahead of the clock by the burst. Only this stamp is held, and only for as long as it matters.
/// </summary>
/// <param name="perMinute">How often it may happen in a minute over a longer time.</param>
/// <param name="burst">How often it may happen at once before that.</param>
/// <param name="time">The clock. The time since the start counts, which goes on evenly when somebody sets the clock.</param>
/// <remarks>
/// The framework's limiter by key visits every key ten times a second, which is most of what an idle program does, and cannot follow a
/// TimeProvider.
/// </remarks>
public sealed class Pace<TKey>(int perMinute, int burst, TimeProvider time)
    where TKey : notnull
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<TKey, long> ahead = new();
    private readonly long interval = TimeSpan.FromMinutes(1).Ticks / perMinute;
    private readonly long start = time.GetTimestamp();
    private long nextSweep;

    /// <summary>Counts one time, unless it is too fast.</summary>
    public PaceVerdict Count(TKey key)
    {
        var now = time.GetElapsedTime(start).Ticks;
        Sweep(now);
        while (true)
        {
            var isKnown = ahead.TryGetValue(key, out var until);
            var next = Math.Max(now, until) + interval;
            var verdict =
                next - now <= interval * burst ? PaceVerdict.Allowed
                : next - now <= interval * (burst + 1) ? PaceVerdict.TooFast
                : PaceVerdict.StillTooFast;
            if (verdict == PaceVerdict.StillTooFast)
            {
                return verdict;
            }

            // Another one of the same key may have been counted at the same time, so this looks again.
            if (isKnown ? ahead.TryUpdate(key, next, until) : ahead.TryAdd(key, next))
            {
                return verdict;
            }
        }
    }

    private void Sweep(long now)
    {
        var due = Interlocked.Read(ref nextSweep);
        if (now < due || Interlocked.CompareExchange(ref nextSweep, now + SweepEvery.Ticks, due) != due)
        {
            return;
        }

        foreach (var (key, until) in ahead)
        {
            if (until <= now)
            {
                ahead.TryRemove(KeyValuePair.Create(key, until));
            }
        }
    }
}

/// <summary>Says whether something is within its pace.</summary>
public enum PaceVerdict
{
    Allowed,

    /// <summary>Too fast for the first time, so that whoever did it can be told once.</summary>
    TooFast,

    /// <summary>Still too fast: they have been told already.</summary>
    StillTooFast,
}
