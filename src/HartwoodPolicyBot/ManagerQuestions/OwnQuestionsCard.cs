using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the card that lists a person's open manager questions, each with a way to withdraw it.</summary>
internal static class OwnQuestionsCard
{
    public const string Withdrawn =
        "Withdrawn, and deleted from the practice manager's card. The question log keeps the words for a while, " + "without your name.";
    private const int LongestShown = 300;
    private const int LongestInRow = 80;

    /// <param name="open">The questions, oldest first, each with the delivery state of its card in the channel.</param>
    /// <param name="banner">What was just done, or why it was not; null for neither.</param>
    public static TeamsActivity Message(IReadOnlyList<(ManagerQuestion Question, DeliveryState? Card)> open, string? banner = null)
    {
        var summary = open.Count switch
        {
            0 => "You have no questions waiting",
            1 => "You have 1 question waiting",
            var count => $"You have {count} questions waiting",
        };
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(summary),
                    .. open.Count == 0
                        ? (AdaptiveElement[])
                            [new AdaptiveTextBlock("If the policy doesn't answer something, tap Ask the practice manager under my reply.")]
                        : [],
                    .. open.SelectMany(one => Shown(one.Question, one.Card)),
                ],
                Actions = [PolicyVerbs.BrowseButton(), HelpCard.Button()],
                More = "(more in “my data”)",
            },
            summary
        );
    }

    public static TeamsActivity NotHere(AdaptiveAction privateChat) => PrivateChat.Leading(privateChat, "my questions");

    private static IEnumerable<AdaptiveElement> Shown(ManagerQuestion question, DeliveryState? card) =>
        [
            new AdaptiveContainer
            {
                Separator = true,
                Spacing = "Medium",
                Items =
                [
                    AdaptiveTextBlock.Subtle($"You asked this on {PracticeTime.Text(question.AskedAt)}"),
                    new AdaptiveRichTextBlock($"“{Excerpt.Of(question.Text, LongestShown)}”") { Weight = "Bolder" },
                    .. question.Line is { } line ? (AdaptiveElement[])[new AdaptiveRichTextBlock($"You added: {line}")] : [],
                    new AdaptiveTextBlock(
                        card switch
                        {
                            DeliveryState.Sent => "With the practice manager. No answer yet.",
                            DeliveryState.Held => "Saved for the practice manager. If it's urgent, please speak to them directly.",
                            DeliveryState.GivenUp or DeliveryState.Stopped =>
                                "I couldn't deliver this, but I've saved it. Please also ask the practice manager directly.",
                            _ => "Sending to the practice manager.",
                        }
                    ),
                ],
            },
            // The button names its question, so that a screen reader tells several of them apart.
            AdaptiveContainer.Row(
                AdaptiveExecuteAction.Of(
                    $"Withdraw: “{Excerpt.Of(question.Text, LongestInRow)}”",
                    ManagerQuestionVerbs.Withdraw,
                    $"{question.Id}",
                    ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.Listed, "yes"))
                )
            ),
        ];
}
