using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the card that lists a person's open manager questions, each with a way to withdraw it.</summary>
internal static class OwnQuestionsCard
{
    public const string TakenBack =
        "Taken back, and erased, also from the practice manager's card. My log of questions keeps the words "
        + "for a while, without your name.";
    private const int LongestShown = 300;
    private const int LongestInRow = 80;

    /// <param name="open">The questions, oldest first, each with the delivery state of its card in the channel.</param>
    /// <param name="banner">What was just done, or why it was not; null for neither.</param>
    public static TeamsActivity Message(IReadOnlyList<(ManagerQuestion Question, DeliveryState? Card)> open, string? banner = null)
    {
        var summary = open.Count switch
        {
            0 => "No question of yours waits for an answer",
            1 => "1 question of yours waits for an answer",
            var count => $"{count} questions of yours wait for an answer",
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
                            [
                                new AdaptiveTextBlock(
                                    "When the policy does not answer a question of yours, you can send it to the practice manager from my "
                                        + "answer."
                                ),
                            ]
                        : [],
                    .. open.SelectMany(one => Shown(one.Question, one.Card)),
                ],
                Actions = [PolicyVerbs.BrowseButton(), HelpCard.Button()],
            },
            summary
        );
    }

    public static TeamsActivity NotHere() =>
        SmallTalkCards.Sentence("Your questions are yours. Please write to me in your private chat with me, and type my questions there.");

    private static IEnumerable<AdaptiveElement> Shown(ManagerQuestion question, DeliveryState? card) =>
        [
            new AdaptiveContainer
            {
                Separator = true,
                Spacing = "Medium",
                Items =
                [
                    AdaptiveTextBlock.Subtle($"You asked on {PracticeTime.Text(question.AskedAt)}"),
                    new AdaptiveTextBlock($"“{Excerpt.Of(question.Text, LongestShown)}”") { Weight = "Bolder" },
                    .. question.Line is { } line ? (AdaptiveElement[])[new AdaptiveTextBlock($"You added: {line}")] : [],
                    new AdaptiveTextBlock(
                        card switch
                        {
                            DeliveryState.Sent => "The practice manager has it in their channel, and has not answered yet.",
                            DeliveryState.Held =>
                                "Kept for the practice manager: there is no channel for it yet. If it is urgent, please ask them yourself.",
                            DeliveryState.GivenUp or DeliveryState.Stopped =>
                                "I could not post it in the practice manager's channel. I keep it; please ask them yourself as well.",
                            _ => "On its way to the practice manager.",
                        }
                    ),
                ],
            },
            // The button names its question, so that a screen reader tells several of them apart.
            AdaptiveContainer.Row(
                AdaptiveExecuteAction.Of(
                    $"Take it back: “{Excerpt.Of(question.Text, LongestInRow)}”",
                    ManagerQuestionVerbs.TakeBack,
                    $"{question.Id}",
                    ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.Listed, "yes"))
                )
            ),
        ];
}
