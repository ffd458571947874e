using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the reminders to practice managers about manager questions that nobody has answered.</summary>
internal static class ManagerQuestionNotices
{
    private const int LongestShown = 300;

    public static TeamsActivity NoChannel(ManagerQuestion question) =>
        Short(
            $"Question from {PersonNames.InSentence(question.AskerName)}",
            question,
            "You can answer it here. Would you like questions in a Teams channel instead? Add me to the team and send “@Hartwood "
                + "Policy Bot use this channel” there.",
            [Answer(question), AdaptiveExecuteAction.Of("See all questions", ManagerQuestionVerbs.Unanswered, "1")]
        );

    public static TeamsActivity Nudge(ManagerQuestion question) =>
        Short(
            "Still waiting for an answer",
            question,
            "This question has waited for more than a working day. Tap Answer question to answer it here.",
            [Answer(question)]
        );

    /// <summary>Makes what a message about a question says once the question is withdrawn or deleted.</summary>
    public static TeamsActivity Withdrawn(ManagerQuestion question) =>
        SmallTalkCards.SentenceWithHelp(
            question.Answer is null
                ? "The person who asked has withdrawn this question, so it doesn't need an answer."
                : "The person who asked has deleted their question."
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
