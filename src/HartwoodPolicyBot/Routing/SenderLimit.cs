using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// How fast one sender may write. A sender's time stamp moves on by one interval a message and may run ahead of the clock
/// by the burst; one number a sender is all that is kept, and not for longer than it matters.
/// </summary>
/// <remarks>The framework's partitioned limiter visits every sender ten times a second and cannot follow a TimeProvider.</remarks>
public sealed class SenderLimit(BotOptions options, TimeProvider time)
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<PersonId, long> ahead = new();
    private readonly long interval = TimeSpan.FromMinutes(1).Ticks / options.MessagesPerMinute;
    private long nextSweep;

    /// <summary>Counts one message. Refusals in a row: the first is worth a polite word, the rest are silent.</summary>
    public SenderVerdict Count(PersonId sender)
    {
        var now = time.GetUtcNow().UtcTicks;
        Sweep(now);
        while (true)
        {
            var known = ahead.TryGetValue(sender, out var until);
            var next = Math.Max(now, until) + interval;
            var verdict =
                next - now <= interval * options.Burst ? SenderVerdict.Allowed
                : next - now <= interval * (options.Burst + 1) ? SenderVerdict.TooFast
                : SenderVerdict.StillTooFast;
            if (verdict == SenderVerdict.StillTooFast)
            {
                return verdict;
            }

            // Another message of the same sender may have been counted meanwhile: look again.
            if (known ? ahead.TryUpdate(sender, next, until) : ahead.TryAdd(sender, next))
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

        foreach (var (sender, until) in ahead)
        {
            if (until <= now)
            {
                ahead.TryRemove(KeyValuePair.Create(sender, until));
            }
        }
    }
}

public enum SenderVerdict
{
    Allowed,

    /// <summary>Too fast, for the first time: say so.</summary>
    TooFast,

    /// <summary>Has been told.</summary>
    StillTooFast,
}
