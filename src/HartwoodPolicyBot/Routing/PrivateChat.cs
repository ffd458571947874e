using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Leads from a chat that others can read to the person's own chat with the bot.</summary>
/// <remarks>Source: learn.microsoft.com, Teams "Deep link to a chat".</remarks>
internal static class PrivateChat
{
    public static AdaptiveAction Button(ITurn turn) => Button(turn.Activity);

    /// <param name="activity">An activity that was sent to the bot, and so names it.</param>
    /// <param name="title">What the button says.</param>
    public static AdaptiveAction Button(TeamsActivity activity, string title = "Open private chat") =>
        new AdaptiveOpenUrlAction
        {
            Title = title,
            Url = new Uri($"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(activity.Recipient?.Id ?? "")}"),
        };
}
