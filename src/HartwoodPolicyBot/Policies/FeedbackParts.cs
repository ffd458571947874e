using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Policies.Answers;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies;

/// <summary>Under every answer: whether it helped, and what to do when it did not.</summary>
internal static class FeedbackParts
{
    public static IEnumerable<CardElement> Said(Feedback? feedback) =>
        feedback switch
        {
            Feedback.Helpful => [new TextBlock("Thank you. Marked as helpful.") { Separator = true, Spacing = "Medium" }],
            Feedback.NotHelpful =>
            [
                new TextBlock("Thank you. Marked as not helpful. Try asking in other words, or ask the practice manager.")
                {
                    Separator = true,
                    Spacing = "Medium",
                },
                AskLine(),
            ],
            _ => [],
        };

    public static CardAction[] Buttons(Guid questionId, Feedback? feedback) =>
        feedback switch
        {
            null =>
            [
                ExecuteAction.Of("Helpful", PolicyVerbs.Helpful, $"{questionId}"),
                ExecuteAction.Of("Not helpful", PolicyVerbs.NotHelpful, $"{questionId}"),
            ],
            Feedback.NotHelpful => [AnswerVerbs.AskButton(questionId), PolicyVerbs.BrowseButton()],
            _ => [PolicyVerbs.BrowseButton()],
        };

    /// <summary>In place of an answer that is not given any more, because the policy or the practice manager's answer has changed.</summary>
    public static Activity NotHelpful(Guid questionId) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Marked as not helpful",
                Body = [new TextBlock("What I answered has changed since."), .. Said(Feedback.NotHelpful)],
                Actions = [.. Buttons(questionId, Feedback.NotHelpful), HelpCard.Button()],
            },
            "Marked as not helpful"
        );

    /// <summary>One tap sends it, so what goes along stands there before.</summary>
    public static TextBlock AskLine() =>
        TextBlock.Subtle(
            "If you ask the practice manager, your name and question are posted in the practice manager's channel; everyone in it can see them. The answer comes to your private chat with me."
        );
}
