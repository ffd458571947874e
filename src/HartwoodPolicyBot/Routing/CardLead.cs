using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Adds a sentence above a card, where a card is not quite what was asked for but the nearest there is.</summary>
internal static class CardLead
{
    public static async Task<TeamsActivity> WithAsync(string sentence, Task<TeamsActivity> making)
    {
        var message = await making;
        if (message.Attachments is [{ Content: AdaptiveCard card } attachment])
        {
            attachment.Content = new AdaptiveCard
            {
                FallbackText = card.FallbackText,
                Speak = card.Speak,
                Body = [new AdaptiveTextBlock(sentence), .. card.Body],
                Actions = card.Actions,
                More = card.More,
            };
        }

        return message;
    }
}
