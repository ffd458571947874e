using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Builder;

namespace HartwoodPolicyBot.BotBuilder.Activities;

/// <summary>
/// Gives each turn of the SDK to the bot's <see cref="ITurnHandler"/>, and stores its outcome in the turn's state, where the
/// adapter reads it.
/// </summary>
internal sealed class TurnHandlerBot(ITurnHandler handler) : IBot
{
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var received = (ReceivedActivity)turnContext.Activity;
        var outcome = await handler.OnTurnAsync(new BotBuilderTurn(turnContext, received.Content), cancellationToken);
        turnContext.TurnState.Set(outcome);
    }
}
