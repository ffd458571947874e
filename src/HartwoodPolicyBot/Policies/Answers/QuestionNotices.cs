using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>Words to practice managers beside a question's own card, so that it is not overlooked.</summary>
internal static class QuestionNotices
{
    private const int LongestShown = 300;

    public static Activity NoChannel(ManagerQuestion question) =>
        Short(
            "A question is waiting for a channel",
            question,
            "I have no channel to post it in, so I keep it. You can answer it here. To have a channel for questions: add me to a team, go to the channel, mention me and write: use this channel.",
            [Answer(question), ExecuteAction.Of("Unanswered", AnswerVerbs.Gaps, "1")]
        );

    public static Activity Nudge(ManagerQuestion question) =>
        Short(
            "Nobody has answered yet",
            question,
            "This question has waited for more than a working day. Please answer it in the box on the card above, or here.",
            [Answer(question)]
        );

    private static ExecuteAction Answer(ManagerQuestion question) => ExecuteAction.Of("Answer it", AnswerVerbs.Question, $"{question.Id}");

    private static Activity Short(string title, ManagerQuestion question, string sentence, IReadOnlyList<CardAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    TextBlock.Heading(title),
                    new TextBlock($"{question.AskerName} asks: “{Excerpt.Of(question.Text, LongestShown)}”"),
                    new TextBlock(sentence),
                ],
                Actions = actions,
            },
            title
        );
}
