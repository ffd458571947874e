using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Remembers the last answered question of each person in each chat, for 10 minutes and in memory only, so that a follow-up
/// such as "and on linkedin?" can be read together with it.
/// </summary>
internal sealed class RecentQuestions(TimeProvider time)
{
    private const int LongestText = 600;
    private readonly RecentByPerson<string> recent = new(time);

    /// <summary>Returns this person's last answered question in this chat; null if it is more than 10 minutes old.</summary>
    public string? Before(TeamsActivity activity) => recent.Find(activity);

    public void Remember(TeamsActivity activity, string question) => recent.Remember(activity, Excerpt.Of(question, LongestText));

    /// <summary>Forgets this person's question in this chat.</summary>
    public void Forget(TeamsActivity activity) => recent.Forget(activity);
}
