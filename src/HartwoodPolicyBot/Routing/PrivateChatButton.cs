using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Makes a button that opens a person's own chat with the bot, for what is not said in front of others.</summary>
/// <remarks>Source: learn.microsoft.com, Teams "Create deep links", to a chat.</remarks>
public static class PrivateChatButton
{
    private const string BotPrefix = "28:";

    /// <summary>Returns the button; nothing if the turn doesn't say who the bot is.</summary>
    public static IEnumerable<AdaptiveAction> For(ITurn turn) =>
        turn.Activity.Recipient?.Id is { } bot && bot.StartsWith(BotPrefix, StringComparison.Ordinal)
            ?
            [
                new AdaptiveOpenUrlAction
                {
                    Title = "Open our private chat",
                    Url = new Uri($"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(bot)}"),
                },
            ]
            : [];
}
