using AdaptiveCards;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Status;

/// <summary>
/// Makes the card of <c>status</c>: what needs attention, and how many messages are waiting, sent or given up.
/// </summary>
internal static class StatusCard
{
    private const int MostFaults = 8;

    public static TeamsActivity Message(IReadOnlyList<string> faults, BacklogCounts counts)
    {
        var summary =
            faults.Count == 0 ? "Everything is set up"
            : faults.Count == 1 ? "1 thing needs attention"
            : $"{faults.Count} things need attention";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(summary),
                    .. faults.Take(MostFaults).Select(fault => new AdaptiveRichTextBlock(fault) { Color = "Attention" }),
                    .. faults.Count > MostFaults
                        ? [AdaptiveTextBlock.Subtle($"And {faults.Count - MostFaults} more. I log them all when I start.")]
                        : Array.Empty<AdaptiveElement>(),
                    new AdaptiveFactSet
                    {
                        Facts =
                        [
                            new("Being sent", $"{counts.Waiting}"),
                            new("Waiting for a channel or chat", $"{counts.Held}"),
                            new("Not delivered", $"{counts.GivenUp}"),
                            new("Blocked by Teams", $"{counts.Stopped}"),
                        ],
                    },
                ],
                Actions =
                    counts.GivenUp > 0
                        ? [AdaptiveExecuteAction.Of("Send again", BotVerbs.SendAgain).Positive(), HelpCard.Button()]
                        : [HelpCard.Button()],
            },
            summary
        );
    }
}
