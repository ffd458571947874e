using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Teams.Cards;

/// <summary>
/// Makes a message with one card. It has no text beside it, because Teams would split the two and return no id for editing.
/// </summary>
public static class CardMessage
{
    /// <param name="card">The card.</param>
    /// <param name="summary">The plain text that the notification shows.</param>
    /// <param name="citing">The documents that the card cites, best first; null for a card that quotes nothing.</param>
    public static TeamsActivity Of(AdaptiveCard card, string summary, IReadOnlyList<CitedDocument>? citing = null) =>
        new()
        {
            Type = ActivityKinds.Message,
            Summary = summary,
            Attachments = [new MessageAttachment { ContentType = AdaptiveCard.ContentType, Content = card }],
            Entities = citing is { Count: > 0 } ? [MessageEntity.Citing(citing)] : null,
        };
}
