using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Limits how fast one sender may write. Each message moves the sender's time stamp on by one interval, and the stamp may be
/// ahead of the clock by the burst. Only this stamp is stored, and only for as long as it matters.
/// </summary>
/// <remarks>
/// The framework's partitioned limiter visits every sender ten times a second and cannot follow a TimeProvider.
/// </remarks>
public sealed class SenderLimit(BotOptions options, TimeProvider time)
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<PersonId, long> ahead = new();
    private readonly long interval = TimeSpan.FromMinutes(1).Ticks / options.MessagesPerMinute;
    private readonly long start = time.GetTimestamp();
    private long nextSweep;

    /// <summary>
    /// Counts one message. The first refusal in a row is worth a sentence to the sender; the following ones are silent.
    /// </summary>
    public SenderVerdict Count(PersonId sender)
    {
        // The time since the start goes on evenly when somebody sets the clock.
        var now = time.GetElapsedTime(start).Ticks;
        Sweep(now);
        while (true)
        {
            var isKnown = ahead.TryGetValue(sender, out var until);
            var next = Math.Max(now, until) + interval;
            var verdict =
                next - now <= interval * options.Burst ? SenderVerdict.Allowed
                : next - now <= interval * (options.Burst + 1) ? SenderVerdict.TooFast
                : SenderVerdict.StillTooFast;
            if (verdict == SenderVerdict.StillTooFast)
            {
                return verdict;
            }

            // Another message of the same sender may have been counted at the same time, so this looks again.
            if (isKnown ? ahead.TryUpdate(sender, next, until) : ahead.TryAdd(sender, next))
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

/// <summary>Says whether a message is within the sender's limit.</summary>
public enum SenderVerdict
{
    Allowed,

    /// <summary>Too fast for the first time: the bot tells the sender.</summary>
    TooFast,

    /// <summary>Still too fast: the sender has been told already.</summary>
    StillTooFast,
}
