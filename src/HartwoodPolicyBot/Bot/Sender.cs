using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Bot;

/// <summary>Who sent a turn, and from where, as Teams says.</summary>
internal static class Sender
{
    private const int LongestName = 200;

    /// <summary>
    /// Who somebody is to this bot, everywhere: Entra's object id, or where Teams gives none, as for some guests, Teams' own
    /// ("29:…"), which is nobody's object id. Never empty: an activity without a sender is not let in.
    /// </summary>
    public static string IdOf(Activity activity) => activity.From!.AadObjectId is { Length: > 0 } person ? person : activity.From.Id!;

    public static string IdOf(ITurnContext turn) => IdOf(turn.Activity);

    public static string NameOf(ITurnContext turn) =>
        turn.Activity.From?.Name is { Length: > 0 } name ? name[..Math.Min(name.Length, LongestName)] : "A member of staff";

    /// <summary>In the sender's own chat with the bot.</summary>
    public static bool IsPersonal(Activity activity) => activity.Conversation?.ConversationType is null or "personal";

    public static bool IsPersonal(ITurnContext turn) => IsPersonal(turn.Activity);
}
