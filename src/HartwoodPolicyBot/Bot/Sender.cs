using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Bot;

/// <summary>Who sent a turn, and from where, as Teams says.</summary>
internal static class Sender
{
    private const int LongestName = 200;

    /// <summary>Entra's object id; empty where Teams gives none, which is nobody's.</summary>
    public static string IdOf(ITurnContext turn) => turn.Activity.From?.AadObjectId ?? "";

    public static string NameOf(ITurnContext turn) =>
        turn.Activity.From?.Name is { Length: > 0 } name ? name[..Math.Min(name.Length, LongestName)] : "A member of staff";

    /// <summary>In the sender's own chat with the bot.</summary>
    public static bool IsPersonal(ITurnContext turn) => turn.Activity.Conversation?.ConversationType is null or "personal";
}
