using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Remembers one thing about each person in each chat, for 10 minutes and in memory only.</summary>
internal sealed class RecentByPerson<T>(TimeProvider time)
    where T : class
{
    private const int MostRemembered = 5_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string Place, PersonId Person), (T What, TimeSpan At)> recent = new();
    private readonly long start = time.GetTimestamp();
    private long nextSweep;

    /// <summary>How much was remembered since the last sweep. Asking the dictionary for its size would stop every other turn.</summary>
    private int added;

    /// <summary>Returns what is remembered about this person in this chat; null if it is more than 10 minutes old.</summary>
    public T? Find(TeamsActivity activity) =>
        recent.TryGetValue(Key(activity), out var last) && Now() - last.At < Remembered ? last.What : null;

    public void Remember(TeamsActivity activity, T what)
    {
        var now = Now();
        Sweep(now);
        recent[Key(activity)] = (what, now);
    }

    public void Forget(TeamsActivity activity) => recent.TryRemove(Key(activity), out _);

    /// <summary>Returns the time since the start, which goes on evenly when somebody sets the clock.</summary>
    private TimeSpan Now() => time.GetElapsedTime(start);

    /// <summary>Removes what is older than 10 minutes, or everything if far more is written than at any practice.</summary>
    private void Sweep(TimeSpan now)
    {
        var due = Interlocked.Read(ref nextSweep);
        if (now.Ticks >= due && Interlocked.CompareExchange(ref nextSweep, now.Ticks + SweepEvery.Ticks, due) == due)
        {
            foreach (var entry in recent.Where(entry => now - entry.Value.At >= Remembered))
            {
                recent.TryRemove(entry);
            }

            Volatile.Write(ref added, recent.Count);
        }

        if (Interlocked.Increment(ref added) > MostRemembered)
        {
            recent.Clear();
            Volatile.Write(ref added, 0);
        }
    }

    private static (string Place, PersonId Person) Key(TeamsActivity activity) => (Sender.PlaceOf(activity), Sender.IdOf(activity));
}
