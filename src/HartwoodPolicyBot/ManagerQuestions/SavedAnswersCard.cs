using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the cards with which practice managers find, read and remove saved answers.</summary>
internal static class SavedAnswersCard
{
    private const int PageSize = 8;
    private const int MostWordings = 5;

    /// <param name="sentence">Why something was not done.</param>
    /// <param name="written">What somebody wrote, shown so that it isn't lost.</param>
    public static TeamsActivity Sentence(string sentence, string? written = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body =
                [
                    new AdaptiveRichTextBlock(sentence),
                    .. written is { Length: > 0 }
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock("What you wrote") { Weight = "Bolder", Separator = true },
                                new AdaptiveRichTextBlock(AnswerTextInput.Shown(written)),
                            ]
                        : [],
                ],
                Actions = [HelpCard.Button()],
            },
            sentence
        );

    /// <param name="answers">All saved answers, or those that were found.</param>
    /// <param name="page">The page to show, from 1.</param>
    /// <param name="words">The words that were searched for; null for all.</param>
    /// <param name="banner">What was just done; null for nothing.</param>
    public static TeamsActivity List(IReadOnlyList<SavedAnswer> answers, int page, string? words, string? banner = null)
    {
        var shown = answers.PageOf(PageSize, page);
        var summary = (answers.Count, words) switch
        {
            (0, null) => "No saved answers yet. You can write one here, or save one when you answer a question.",
            (0, _) => "No matches.",
            (1, _) => "1 saved answer.",
            _ => $"{answers.Count} saved answers.",
        };
        var kept = ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.Words, words));
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Saved answers"),
                    new AdaptiveTextBlock(summary),
                    new AdaptiveTextInput
                    {
                        Id = ManagerQuestionVerbs.Words,
                        Label = "Search",
                        MaxLength = 100,
                        Value = words,
                    },
                    .. shown.Items.Select(answer =>
                        AdaptiveContainer.Row(AdaptiveExecuteAction.Of(answer.Question, ManagerQuestionVerbs.See, $"{answer.Id}"))
                    ),
                    AdaptiveTextBlock.Subtle($"{shown.Place()}I always make clear that these come from you, not from the policy."),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Search", ManagerQuestionVerbs.Find),
                    .. shown.Buttons(ManagerQuestionVerbs.List, kept: kept, leavesForm: true),
                    .. words is null
                        ? Array.Empty<AdaptiveAction>()
                        : [AdaptiveExecuteAction.Of("Show all", ManagerQuestionVerbs.List, "1", leavesForm: true)],
                    AdaptiveExecuteAction.Of("Write new answer", ManagerQuestionVerbs.New, leavesForm: true),
                    AdaptiveExecuteAction.Of("See unanswered", ManagerQuestionVerbs.Unanswered, "1", leavesForm: true),
                ],
            },
            summary
        );
    }

    public static TeamsActivity One(SavedAnswer answer, string? banner = null)
    {
        var others = answer.OtherWordings();
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = answer.Question,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading($"“{answer.Question}”"),
                    .. others
                        .Take(MostWordings)
                        .Select(wording => AdaptiveRichTextBlock.Subtle($"Also asked as: “{Excerpt.Of(wording.Text, 200)}”")),
                    .. others.Count > MostWordings
                        ? (AdaptiveElement[])
                            [AdaptiveTextBlock.Subtle($"And {others.Count - MostWordings} more. Tap Change answer to see them.")]
                        : [],
                    AdaptiveRichTextBlock.SetOff(answer.Text),
                    AdaptiveRichTextBlock.Subtle($"Answered by {PersonNames.InSentence(answer.By)}, {PracticeTime.Text(answer.At)}"),
                    AdaptiveContainer.Row(AdaptiveExecuteAction.Of("Go back to list", ManagerQuestionVerbs.List, "1")),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Change answer", ManagerQuestionVerbs.Change, $"{answer.Id}"),
                    AdaptiveExecuteAction.Of("Delete answer", ManagerQuestionVerbs.RemoveForm, $"{answer.Id}").Destructive(),
                ],
            },
            answer.Question
        );
    }

    public static TeamsActivity RemoveForm(SavedAnswer answer, Refusal? refusal = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Delete this answer?",
                Body =
                [
                    AdaptiveTextBlock.Heading("Delete this answer?"),
                    .. AdaptiveTextBlock.Warning(refusal?.Sentence),
                    new AdaptiveRichTextBlock($"“{answer.Question}”") { Weight = "Bolder" },
                    AdaptiveRichTextBlock.SetOff(answer.Text),
                    new AdaptiveTextBlock("I'll stop giving it. People who've already had it will still have it in their chat."),
                ],
                Actions =
                [
                    AdaptiveExecuteAction
                        .Of(
                            "Delete answer",
                            ManagerQuestionVerbs.Remove,
                            $"{answer.Id}",
                            new Dictionary<string, string>(StringComparer.Ordinal)
                            {
                                [ManagerQuestionVerbs.Version] = ManagerQuestionVerbs.Number(answer.Version),
                            }
                        )
                        .Destructive(),
                    AdaptiveExecuteAction.Of("Cancel", ManagerQuestionVerbs.See, $"{answer.Id}"),
                ],
            },
            "Delete this answer?"
        );
}
