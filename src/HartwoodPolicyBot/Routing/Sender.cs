using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Who sent a turn, and from where, as Teams says.</summary>
internal static class Sender
{
    private const int LongestName = 200;
    private const string ChatOfTwo = "@unq.gbl.spaces";
    private const string BotPrefix = "28:";

    /// <summary>
    /// Who somebody is to this bot, everywhere: Entra's object id, or where Teams gives none, as for some guests, Teams' own
    /// ("29:…"), which is nobody's object id. Never empty: an activity without a sender is not let in.
    /// </summary>
    public static PersonId IdOf(TeamsActivity activity) =>
        PersonId.Of(activity.From!.AadObjectId is { Length: > 0 } person ? person : activity.From.Id!);

    public static PersonId IdOf(ITurn turn) => IdOf(turn.Activity);

    public static string NameOf(ITurn turn) =>
        turn.Activity.From?.Name is { Length: > 0 } name ? Excerpt.Cut(name, LongestName) : "A member of staff";

    /// <summary>
    /// In the sender's own chat with the bot. A chat of two people is "personal" to Teams, too: "Report this message" and a
    /// click on a copied card come from there, and what is sent there both read.
    /// </summary>
    public static bool IsPersonal(TeamsActivity activity) =>
        activity.Conversation?.ConversationType is null or "personal" && !IsOfTwoPeople(activity);

    public static bool IsPersonal(ITurn turn) => IsPersonal(turn.Activity);

    /// <summary>The id of a chat of two names both: "19:…_…@unq.gbl.spaces". The bot is not one of them, unless it is named.</summary>
    /// <remarks>Source: learn.microsoft.com, Graph, resource type chat; "Card actions in bots", whose example of an
    /// invoke names user and bot so.</remarks>
    private static bool IsOfTwoPeople(TeamsActivity activity) =>
        activity.Conversation?.Id is { } chat
        && chat.EndsWith(ChatOfTwo, StringComparison.OrdinalIgnoreCase)
        && !(
            activity.Recipient?.Id is { } bot
            && bot.StartsWith(BotPrefix, StringComparison.Ordinal)
            && bot.Length > BotPrefix.Length
            && chat[..^ChatOfTwo.Length].Split(':')[^1].Split('_').Contains(bot[BotPrefix.Length..], StringComparer.OrdinalIgnoreCase)
        );
}
