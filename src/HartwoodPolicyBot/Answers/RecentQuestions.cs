using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// The last question that each person had answered in each chat, for ten minutes and in memory only, so that "and on
/// linkedin?" can be read together with it.
/// </summary>
public sealed class RecentQuestions(TimeProvider time)
{
    private const int MostRemembered = 5_000;
    private const int LongestText = 600;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string Conversation, PersonId Person), (string Question, DateTimeOffset At)> recent = new();
    private long nextSweep;

    /// <summary>The question that this person had answered here last; null when that was more than ten minutes ago.</summary>
    public string? Before(TeamsActivity activity) =>
        recent.TryGetValue(Key(activity), out var last) && time.GetUtcNow() - last.At < Remembered ? last.Question : null;

    public void Remember(TeamsActivity activity, string question)
    {
        var now = time.GetUtcNow();
        Forget(now);
        recent[Key(activity)] = (Excerpt.Of(question, LongestText), now);
    }

    /// <summary>What is old; everything, where more is asked than any practice asks.</summary>
    private void Forget(DateTimeOffset now)
    {
        var due = Interlocked.Read(ref nextSweep);
        if (now.UtcTicks >= due && Interlocked.CompareExchange(ref nextSweep, now.UtcTicks + SweepEvery.Ticks, due) == due)
        {
            foreach (var entry in recent.Where(entry => now - entry.Value.At >= Remembered))
            {
                recent.TryRemove(entry);
            }
        }

        if (recent.Count >= MostRemembered)
        {
            recent.Clear();
        }
    }

    private static (string Conversation, PersonId Person) Key(TeamsActivity activity) =>
        (activity.Conversation?.Id ?? "", Sender.IdOf(activity));
}
