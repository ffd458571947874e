using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Interests;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.Interests;

/// <summary>Makes the part of the daily reminder that asks once a year whether declared interests are still right.</summary>
internal sealed class InterestReminderPart(OwnInterests interests) : IDailyReminderPart
{
    private const int MostShown = 5;

    public async Task<DailyReminderPart?> ForAsync(PersonId personId, CancellationToken cancellationToken) =>
        await interests.ToldTodayAsync(personId, cancellationToken) is { Count: > 0 } due ? Part(due) : null;

    public static DailyReminderPart Part(IReadOnlyList<Interest> due) =>
        new(
            "Your interests",
            "Are your interests still right?",
            [
                new AdaptiveTextBlock("You declared these a year ago or more. Are they still right?"),
                .. due.Take(MostShown)
                    .SelectMany(interest =>
                        new AdaptiveElement[]
                        {
                            AdaptiveRichTextBlock.Labelled(interest.Party, interest.What),
                            AdaptiveRichTextBlock.Subtle(InterestCards.Details(interest)),
                        }
                    ),
                .. due.Count > MostShown
                    ? [AdaptiveTextBlock.Subtle($"And {due.Count - MostShown} more. Tap See my interests.")]
                    : Array.Empty<AdaptiveElement>(),
            ],
            [InterestVerbs.ConfirmButton(), InterestVerbs.MineButton()]
        );
}
