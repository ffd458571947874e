using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Teams.Cards;

/// <summary>A message that is one card. No text beside it: Teams would split the two and give back no id to edit.</summary>
public static class CardMessage
{
    /// <param name="card">The card.</param>
    /// <param name="summary">What the toast shows; plain text.</param>
    /// <param name="citing">What the card cites, best first; none for a card that quotes nothing.</param>
    public static TeamsActivity Of(AdaptiveCard card, string summary, IReadOnlyList<CitedDocument>? citing = null) =>
        new()
        {
            Type = ActivityKinds.Message,
            Summary = summary,
            Attachments = [new MessageAttachment { ContentType = AdaptiveCard.ContentType, Content = card }],
            Entities = citing is { Count: > 0 } ? [MessageEntity.Citing(citing)] : null,
        };
}
