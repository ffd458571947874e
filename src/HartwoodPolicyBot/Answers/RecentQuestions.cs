using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Remembers the last answered question of each person in each chat, for 10 minutes and in memory only, so that a follow-up
/// such as "and on linkedin?" can be read together with it.
/// </summary>
public sealed class RecentQuestions(TimeProvider time)
{
    private const int MostRemembered = 5_000;
    private const int LongestText = 600;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string Conversation, PersonId Person), (string Question, TimeSpan At)> recent = new();
    private readonly long start = time.GetTimestamp();
    private long nextSweep;

    /// <summary>The questions remembered since the last sweep. Asking the dictionary for its size would stop every other turn.</summary>
    private int added;

    /// <summary>Returns this person's last answered question in this chat; null if it is more than 10 minutes old.</summary>
    public string? Before(TeamsActivity activity) =>
        recent.TryGetValue(Key(activity), out var last) && Now() - last.At < Remembered ? last.Question : null;

    public void Remember(TeamsActivity activity, string question)
    {
        var now = Now();
        Forget(now);
        recent[Key(activity)] = (Excerpt.Of(question, LongestText), now);
    }

    /// <summary>Forgets this person's question in this chat.</summary>
    public void Forget(TeamsActivity activity) => recent.TryRemove(Key(activity), out _);

    /// <summary>Returns the time since the start, which goes on evenly when somebody sets the clock.</summary>
    private TimeSpan Now() => time.GetElapsedTime(start);

    /// <summary>Removes what is older than 10 minutes, or everything if far more is asked than at any practice.</summary>
    private void Forget(TimeSpan now)
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

    private static (string Conversation, PersonId Person) Key(TeamsActivity activity) =>
        (activity.Conversation?.Id ?? "", Sender.IdOf(activity));
}
