using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.TaughtPhrasings;

/// <summary>Makes the cards that show what the bot has been taught, by whom and when, and undo it.</summary>
internal static class TaughtPhrasingsCard
{
    private const int PageSize = 8;
    private const int LongestRow = 200;

    /// <param name="taught">What was taught, the newest first.</param>
    /// <param name="isUsed">Whether the section of each is in a policy in force.</param>
    /// <param name="page">The page to show, from 1.</param>
    /// <param name="banner">What was just done; null for nothing.</param>
    public static TeamsActivity List(
        IReadOnlyList<TaughtPhrasing> taught,
        Func<TaughtPhrasing, bool> isUsed,
        int page,
        string? banner = null
    )
    {
        var shown = taught.PageOf(PageSize, page);
        var summary =
            taught.Count == 0
                ? "You haven't taught me anything yet. Open an unanswered question and tap The policy covers this."
                : $"{CountWords.Of(taught.Count, "question")} that I was taught to answer with a section of the policy.";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("What you've taught me"),
                    new AdaptiveTextBlock(summary),
                    .. shown.Items.Select(one => Row(one, isUsed(one))),
                    .. shown.PlaceLine(),
                ],
                Actions =
                [
                    .. shown.Buttons(TaughtPhrasingVerbs.List),
                    AdaptiveExecuteAction.Of("See unanswered", ManagerQuestionVerbs.Unanswered, "1"),
                ],
            },
            summary
        );
    }

    /// <summary>Shows one taught question.</summary>
    /// <param name="taught">What was taught.</param>
    /// <param name="now">Its section as it is now; null if it is in no policy in force.</param>
    public static TeamsActivity One(TaughtPhrasing taught, TaughtSection? now) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = taught.Text,
                Body =
                [
                    AdaptiveTextBlock.Heading($"“{taught.Text}”"),
                    AdaptiveRichTextBlock.Labelled("Section", now?.Section.Heading ?? taught.Heading),
                    .. now is null
                        ? AdaptiveTextBlock.Warning(
                            "Not used now, because the section isn't in the policy. I'll use it again if it comes back."
                        )
                        : [AdaptiveRichTextBlock.SetOff(now.Clause.Text)],
                    AdaptiveRichTextBlock.Subtle($"Taught by {PersonNames.InSentence(taught.By)}, {PracticeTime.Text(taught.At)}"),
                    AdaptiveContainer.Row(AdaptiveExecuteAction.Of("Go back to list", TaughtPhrasingVerbs.List, "1")),
                ],
                Actions = [TaughtPhrasingVerbs.UndoButton([taught])],
            },
            taught.Text
        );

    private static AdaptiveContainer Row(TaughtPhrasing taught, bool isUsed)
    {
        var action = AdaptiveExecuteAction.Of(Excerpt.Of(taught.Text, LongestRow), TaughtPhrasingVerbs.See, $"{taught.Id}");
        return new AdaptiveContainer
        {
            Items =
            [
                .. AdaptiveContainer.Row(action).Items,
                AdaptiveRichTextBlock.Subtle(
                    $"{taught.Heading}. {taught.By}, {PracticeTime.Text(PracticeTime.DateOf(taught.At))}.{(isUsed ? "" : " Not used now.")}"
                ),
            ],
            SelectAction = action,
            Spacing = "Medium",
        };
    }
}
