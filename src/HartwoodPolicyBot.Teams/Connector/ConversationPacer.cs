using System.Collections.Concurrent;

namespace HartwoodPolicyBot.Teams.Connector;

/// <summary>
/// Keeps each conversation under Teams' limits by spacing out its messages, first come, first served. Conversations don't wait
/// for each other.
/// </summary>
public sealed class ConversationPacer(TimeProvider time)
{
    /// <summary>
    /// So few messages that the conversation can be forgotten after the 30-second window without exceeding the hourly limit.
    /// </summary>
    private const int Forgettable = 7;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWindow = ConnectorOptions.Windows[^1].Span;
    private static readonly TimeSpan ForgetAfter = ConnectorOptions.Windows[2].Span;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The key is the hash of the conversation's id. Two conversations with the same hash share one pace, which only delays
    /// them.
    /// </summary>
    private readonly ConcurrentDictionary<int, Track> tracks = new();
    private readonly long start = time.GetTimestamp();
    private long nextSweep;

    /// <summary>Returns the number of conversations that are remembered now.</summary>
    public int Conversations => tracks.Count;

    /// <summary>
    /// Returns true when a message may go to <paramref name="conversationId"/>. Returns false at once if that would take more
    /// than a minute, because then so many messages wait there that another would only hold up a request.
    /// </summary>
    public async ValueTask<bool> WaitAsync(string conversationId, CancellationToken cancellationToken)
    {
        Sweep();
        if (Reserve(conversationId.GetHashCode(StringComparison.Ordinal)) is not { } wait)
        {
            return false;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        return true;
    }

    private TimeSpan? Reserve(int key)
    {
        while (true)
        {
            var track = tracks.GetOrAdd(key, static _ => new Track());
            lock (track)
            {
                if (!track.Forgotten)
                {
                    var now = Now();
                    var slot = track.Reserve(now, now + LongestWait.Ticks);
                    return slot is null ? null : TimeSpan.FromTicks(slot.Value - now);
                }
            }
        }
    }

    /// <summary>Returns the ticks since the start. They go on evenly when somebody sets the clock.</summary>
    private long Now() => time.GetElapsedTime(start).Ticks;

    private void Sweep()
    {
        var due = Interlocked.Read(ref nextSweep);
        var now = Now();
        if (now < due || Interlocked.CompareExchange(ref nextSweep, now + SweepEvery.Ticks, due) != due)
        {
            return;
        }

        foreach (var (key, track) in tracks)
        {
            lock (track)
            {
                if (track.CanBeForgotten(now))
                {
                    track.Forgotten = true;
                    tracks.TryRemove(key, out _);
                }
            }
        }
    }

    /// <summary>Holds the times, ascending, at which a conversation got or will get a message.</summary>
    private sealed class Track
    {
        private long[] slots = new long[1];
        private int count;

        public bool Forgotten { get; set; }

        /// <summary>
        /// Reserves and returns the next time at which a message may go. Returns null, and reserves nothing, if it is after
        /// <paramref name="latest"/>.
        /// </summary>
        public long? Reserve(long now, long latest)
        {
            Drop(now - LongestWindow.Ticks);
            var earliest = count > 0 ? Math.Max(now, slots[count - 1]) : now;
            foreach (var window in ConnectorOptions.Windows)
            {
                if (count >= window.Messages)
                {
                    earliest = Math.Max(earliest, slots[count - window.Messages] + window.Span.Ticks);
                }
            }

            if (earliest > latest)
            {
                return null;
            }

            if (count == slots.Length)
            {
                Array.Resize(ref slots, 2 * count);
            }

            slots[count++] = earliest;
            return earliest;
        }

        public bool CanBeForgotten(long now) =>
            count == 0
            || slots[count - 1] + LongestWindow.Ticks < now
            || (count <= Forgettable && slots[count - 1] + ForgetAfter.Ticks < now);

        private void Drop(long before)
        {
            var old = 0;
            while (old < count && slots[old] <= before)
            {
                old++;
            }

            if (old > 0)
            {
                slots.AsSpan(old, count - old).CopyTo(slots);
                count -= old;
            }
        }
    }
}
