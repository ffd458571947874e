using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Reads from a turn who sent it and where, as Teams states it.</summary>
internal static class Sender
{
    private const int LongestName = 200;
    private const string ChatOfTwo = "@unq.gbl.spaces";
    private const string BotPrefix = "28:";

    /// <summary>
    /// Returns the id by which the whole bot knows the sender: their object id in Entra, or their Teams id ("29:…") if Teams
    /// gives no object id, as for some guests. It is never empty, because an activity without a sender is not let in.
    /// </summary>
    public static PersonId IdOf(TeamsActivity activity) =>
        PersonId.Of(activity.From!.AadObjectId is { Length: > 0 } person ? person : activity.From.Id!);

    public static PersonId IdOf(ITurn turn) => IdOf(turn.Activity);

    public static string NameOf(ITurn turn) =>
        turn.Activity.From?.Name is { Length: > 0 } name ? Excerpt.Cut(name, LongestName) : PersonNames.Unknown;

    /// <summary>Returns the sender as the manager who acts. The use case checks whether they are one.</summary>
    public static ActingManager AsManager(ITurn turn) => new(IdOf(turn), NameOf(turn));

    /// <summary>Returns the id of the conversation in which the turn was sent.</summary>
    public static string PlaceOf(TeamsActivity activity) => activity.Conversation?.Id ?? "";

    public static string PlaceOf(ITurn turn) => PlaceOf(turn.Activity);

    /// <summary>Returns whether a bot sent this, most likely this one. It is nobody at the practice.</summary>
    public static bool IsBot(TeamsActivity activity) => activity.IsBot(activity.From);

    /// <summary>
    /// Returns whether the turn was sent in the sender's own chat with the bot. Teams also calls a chat of two people
    /// "personal": "Report this message" and clicks on a copied card come from there, and both people read what the bot sends
    /// to it. A conversation of a type that Teams doesn't name is not private: it may be a channel.
    /// </summary>
    public static bool IsPersonal(TeamsActivity activity) =>
        activity.Conversation?.ConversationType == TeamsConversation.Personal && !IsOfTwoPeople(activity);

    public static bool IsPersonal(ITurn turn) => IsPersonal(turn.Activity);

    /// <summary>
    /// Returns whether the conversation is a chat of two people. Its id names both, "19:…_…@unq.gbl.spaces"; the bot is one of
    /// the two only if its id is in it.
    /// </summary>
    /// <remarks>
    /// Source: learn.microsoft.com, Graph, resource type chat; "Card actions in bots", whose example of an invoke names user
    /// and bot so.
    /// </remarks>
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
