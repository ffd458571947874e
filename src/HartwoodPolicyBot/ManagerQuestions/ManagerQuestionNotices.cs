using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the reminders to practice managers about manager questions that nobody has answered.</summary>
internal static class ManagerQuestionNotices
{
    private const int LongestShown = 300;

    public static TeamsActivity NoChannel(ManagerQuestion question) =>
        Short(
            "A question is waiting for a channel",
            question,
            "I have no channel to post it in, so I keep it. You can answer it here. To have a channel for "
                + "questions: add me to a team, go to the channel, mention me and write: use this channel.",
            [Answer(question), AdaptiveExecuteAction.Of("Unanswered", ManagerQuestionVerbs.Gaps, "1")]
        );

    public static TeamsActivity Nudge(ManagerQuestion question) =>
        Short(
            "Nobody has answered yet",
            question,
            "This question has waited for more than a working day. Please answer it in the box on the card above, or here.",
            [Answer(question)]
        );

    private static AdaptiveExecuteAction Answer(ManagerQuestion question) =>
        AdaptiveExecuteAction.Of("Answer it", ManagerQuestionVerbs.Question, $"{question.Id}");

    private static TeamsActivity Short(string title, ManagerQuestion question, string sentence, IReadOnlyList<AdaptiveAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    new AdaptiveTextBlock($"{question.AskerName} asks: “{Excerpt.Of(question.Text, LongestShown)}”"),
                    new AdaptiveTextBlock(sentence),
                ],
                Actions = actions,
            },
            title
        );
}
