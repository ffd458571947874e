using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Builder;

namespace HartwoodPolicyBot.BotBuilder.Activities;

/// <summary>The SDK's bot: gives each turn to the port's handler, and leaves how it ended in the turn's state for the adapter.</summary>
internal sealed class TurnHandlerBot(ITurnHandler handler) : IBot
{
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var received = (ReceivedActivity)turnContext.Activity;
        var outcome = await handler.OnTurnAsync(new BotBuilderTurn(turnContext, received.Content), cancellationToken);
        turnContext.TurnState.Set(outcome);
    }
}
