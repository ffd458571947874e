using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Routing;

/// <summary>Leads from a chat that others can read to the person's own chat with the bot.</summary>
/// <remarks>Source: learn.microsoft.com, Teams "Deep link to a chat": <c>users</c>, and <c>message</c> for the message box.</remarks>
internal static class PrivateChat
{
    /// <param name="turn">A turn, whose activity was sent to the bot and so names it.</param>
    /// <param name="command">The command that is ready to be sent in the message box there; null for an empty box.</param>
    public static AdaptiveAction Button(ITurn turn, string? command = null) => Button(turn.Activity, command);

    /// <param name="activity">An activity that was sent to the bot, and so names it.</param>
    /// <param name="command">The command that is ready to be sent in the message box there; null for an empty box.</param>
    public static AdaptiveAction Button(TeamsActivity activity, string? command = null)
    {
        var message = command is null ? "" : $"&message={Uri.EscapeDataString(command)}";
        return new AdaptiveOpenUrlAction
        {
            Title = "Open private chat",
            Url = new Uri($"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(activity.Recipient?.Id ?? "")}{message}"),
        };
    }

    /// <summary>Makes the message that leads to the private chat, where the command only has to be sent.</summary>
    /// <param name="turn">A turn, whose activity was sent to the bot and so names it.</param>
    /// <param name="command">The command that was used in a chat that others can read.</param>
    public static TeamsActivity Leading(ITurn turn, string command) => Leading(Button(turn, command), command);

    /// <summary>Makes the message that leads to the private chat, where the command only has to be sent.</summary>
    /// <param name="privateChat">The button of <see cref="Button(ITurn, string?)"/> with the command.</param>
    /// <param name="command">The command that was used in a chat that others can read.</param>
    public static TeamsActivity Leading(AdaptiveAction privateChat, string command) =>
        SmallTalkCards.Leading($"Let's keep that private. Open our private chat and send “{command}”.", privateChat);
}
