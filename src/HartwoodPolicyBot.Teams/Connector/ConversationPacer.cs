using System.Collections.Concurrent;

namespace HartwoodPolicyBot.Teams.Connector;

/// <summary>
/// Keeps each conversation under Teams' limits by spacing what is sent there, first come first served. Conversations do
/// not wait for each other.
/// </summary>
public sealed class ConversationPacer(TimeProvider time)
{
    /// <summary>Few enough messages to forget a conversation after the middle window without passing the hourly one.</summary>
    private const int Forgettable = 7;
    private static readonly TimeSpan LongestWindow = ConnectorOptions.Windows[^1].Span;
    private static readonly TimeSpan ForgetAfter = ConnectorOptions.Windows[2].Span;

    private readonly ConcurrentDictionary<string, Track> tracks = new(StringComparer.Ordinal);
    private long nextSweep = time.GetTimestamp();

    /// <summary>Conversations that are remembered now.</summary>
    public int Conversations => tracks.Count;

    /// <summary>Completes when a message may go to <paramref name="conversationId"/>.</summary>
    public async ValueTask WaitAsync(string conversationId, CancellationToken cancellationToken)
    {
        Sweep();
        var wait = Reserve(conversationId);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private TimeSpan Reserve(string conversationId)
    {
        while (true)
        {
            var track = tracks.GetOrAdd(conversationId, static _ => new Track());
            lock (track)
            {
                if (track.Forgotten)
                {
                    continue;
                }

                var now = time.GetUtcNow().UtcTicks;
                var slot = track.Reserve(now);
                return TimeSpan.FromTicks(slot - now);
            }
        }
    }

    private void Sweep()
    {
        var due = Interlocked.Read(ref nextSweep);
        var now = time.GetTimestamp();
        if (now < due || Interlocked.CompareExchange(ref nextSweep, now + (10 * time.TimestampFrequency), due) != due)
        {
            return;
        }

        var ticks = time.GetUtcNow().UtcTicks;
        foreach (var (id, track) in tracks)
        {
            lock (track)
            {
                if (track.CanBeForgotten(ticks))
                {
                    track.Forgotten = true;
                    tracks.TryRemove(id, out _);
                }
            }
        }
    }

    /// <summary>The times, in UTC ticks and ascending, at which a conversation got or will get a message.</summary>
    private sealed class Track
    {
        private readonly List<long> slots = new(2);

        public bool Forgotten { get; set; }

        public long Reserve(long now)
        {
            var old = now - LongestWindow.Ticks;
            if (slots.Count > 0 && slots[0] <= old)
            {
                slots.RemoveRange(0, slots.TakeWhile(slot => slot <= old).Count());
            }

            var earliest = slots.Count > 0 ? Math.Max(now, slots[^1]) : now;
            foreach (var window in ConnectorOptions.Windows)
            {
                if (slots.Count >= window.Messages)
                {
                    earliest = Math.Max(earliest, slots[^window.Messages] + window.Span.Ticks);
                }
            }

            slots.Add(earliest);
            return earliest;
        }

        public bool CanBeForgotten(long now) =>
            slots.Count == 0
            || slots[^1] + LongestWindow.Ticks < now
            || (slots.Count <= Forgettable && slots[^1] + ForgetAfter.Ticks < now);
    }
}
