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
            $"Question from {question.AskerName}",
            question,
            "You can answer it here. To get questions in a Teams channel instead, add me to the team and type “@Hartwood "
                + "Policy Bot use this channel” in that channel.",
            [Answer(question), AdaptiveExecuteAction.Of("See all questions", ManagerQuestionVerbs.Gaps, "1")]
        );

    public static TeamsActivity Nudge(ManagerQuestion question) =>
        Short(
            "Still waiting for an answer",
            question,
            "This question has waited for more than a working day. You can answer above or here.",
            [Answer(question)]
        );

    private static AdaptiveExecuteAction Answer(ManagerQuestion question) =>
        AdaptiveExecuteAction.Of("Answer question", ManagerQuestionVerbs.Question, $"{question.Id}").Positive();

    private static TeamsActivity Short(string title, ManagerQuestion question, string sentence, IReadOnlyList<AdaptiveAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    new AdaptiveRichTextBlock($"{question.AskerName} asks: “{Excerpt.Of(question.Text, LongestShown)}”"),
                    new AdaptiveTextBlock(sentence),
                ],
                Actions = actions,
            },
            title
        );
}
