using AdaptiveCards;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Answers;

/// <summary>Makes the part of every answer that asks whether it helped, and what to do if it didn't.</summary>
internal static class FeedbackParts
{
    public static IEnumerable<AdaptiveElement> Said(AnswerFeedback? feedback, AnswerReader reader = AnswerReader.Staff) =>
        feedback switch
        {
            AnswerFeedback.Helpful => [new AdaptiveTextBlock("Thanks, glad that helped.") { Separator = true, Spacing = "Medium" }],
            AnswerFeedback.NotHelpful when reader == AnswerReader.Manager =>
            [
                new AdaptiveTextBlock("Sorry that didn't help. Try putting it another way, or write an answer yourself.")
                {
                    Separator = true,
                    Spacing = "Medium",
                },
            ],
            AnswerFeedback.NotHelpful =>
            [
                new AdaptiveTextBlock("Sorry that didn't help. Try putting it another way, or ask the practice manager.")
                {
                    Separator = true,
                    Spacing = "Medium",
                },
                AskLine(),
            ],
            _ => [],
        };

    /// <param name="questionId">The logged question.</param>
    /// <param name="feedback">The asker's feedback; null until they give it.</param>
    /// <param name="isBehind">True if another button matters more, so that the question whether it helped is one tap behind.</param>
    /// <param name="reader">Who reads the answer.</param>
    public static AdaptiveAction[] Buttons(
        Guid questionId,
        AnswerFeedback? feedback,
        bool isBehind = false,
        AnswerReader reader = AnswerReader.Staff
    ) =>
        feedback switch
        {
            null when isBehind =>
            [
                AdaptiveExecuteAction.Of("Helpful", PolicyVerbs.Helpful, $"{questionId}").Secondary(),
                AdaptiveExecuteAction.Of("Not helpful", PolicyVerbs.NotHelpful, $"{questionId}").Secondary(),
            ],
            null =>
            [
                AdaptiveExecuteAction.Of("Helpful", PolicyVerbs.Helpful, $"{questionId}"),
                AdaptiveExecuteAction.Of("Not helpful", PolicyVerbs.NotHelpful, $"{questionId}"),
            ],
            AnswerFeedback.NotHelpful when reader == AnswerReader.Manager =>
            [
                AdaptiveExecuteAction.Of("Write an answer", ManagerQuestionVerbs.New),
                PolicyVerbs.BrowseButton(),
            ],
            AnswerFeedback.NotHelpful => [ManagerQuestionVerbs.AskButton(new(questionId)), PolicyVerbs.BrowseButton()],
            _ => [PolicyVerbs.BrowseButton()],
        };

    /// <summary>
    /// Makes the message that replaces an answer which the bot no longer gives, because the policy or the saved answer has
    /// changed.
    /// </summary>
    public static TeamsActivity NotHelpful(Guid questionId) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Marked as not helpful",
                Body = [new AdaptiveTextBlock("My answer to this has changed since you asked."), .. Said(AnswerFeedback.NotHelpful)],
                Actions = [.. Buttons(questionId, AnswerFeedback.NotHelpful), HelpCard.Button()],
            },
            "Marked as not helpful"
        );

    /// <summary>Says what is sent to the practice manager. It is shown before the button, because one tap sends it.</summary>
    public static AdaptiveTextBlock AskLine() =>
        AdaptiveTextBlock.Subtle(
            "If you ask the practice manager, they get your question with your name on it. If they use a channel for questions, "
                + "everyone there can see it. I'll send you the answer in our private chat."
        );
}
