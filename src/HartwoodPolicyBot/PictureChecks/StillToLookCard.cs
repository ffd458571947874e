using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PictureChecks;

/// <summary>Makes the card that lists what somebody has not ticked.</summary>
internal static class StillToLookCard
{
    public static TeamsActivity Message(IReadOnlyList<(string Value, string Words)> left)
    {
        const string Title = "Still to check";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body =
                [
                    AdaptiveTextBlock.Heading(Title),
                    new AdaptiveTextBlock("Please don't post the picture until all of this is true:"),
                    .. left.Select(tick => AdaptiveRichTextBlock.Bullet(tick.Words)),
                ],
                Actions = [HelpCard.Button()],
            },
            Title
        );
    }
}
