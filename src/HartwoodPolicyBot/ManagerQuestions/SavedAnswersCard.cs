using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the cards with which practice managers find, read, change and remove saved answers.</summary>
internal static class SavedAnswersCard
{
    private const int PageSize = 8;
    private const int MostWordings = 5;
    private const int LongestChoice = 120;

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
                    AdaptiveExecuteAction.Of("See unanswered", ManagerQuestionVerbs.Gaps, "1", leavesForm: true),
                ],
            },
            summary
        );
    }

    public static TeamsActivity One(SavedAnswer answer, string? banner = null)
    {
        var others = OthersOf(answer);
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

    /// <summary>Makes the form for a new saved answer, or to change one.</summary>
    /// <param name="answer">The answer to change; null for a new one.</param>
    /// <param name="id">The answer's id, given before it is saved, so that one form makes one answer.</param>
    /// <param name="seen">The version that the practice manager has seen.</param>
    /// <param name="question">The question, as it was typed.</param>
    /// <param name="refusal">Why it was not saved; null if it wasn't refused.</param>
    /// <param name="typed">The answer, as it was typed.</param>
    /// <param name="keeping">The numbers of the other wordings that were left ticked; null for all.</param>
    public static TeamsActivity Form(
        SavedAnswer? answer,
        Guid id,
        int seen,
        string? question = null,
        Refusal? refusal = null,
        WrittenAnswer? typed = null,
        IReadOnlyCollection<int>? keeping = null
    )
    {
        var isStale = refusal == ManagerQuestionRefusals.Changed;
        var title = answer is null ? "New answer" : "Change answer";
        var kept = AnswerTextInput.Kept(refusal, typed);
        if (answer is not null)
        {
            kept[ManagerQuestionVerbs.Version] = ManagerQuestionVerbs.Number(isStale ? answer.Version : seen);
            kept[ManagerQuestionVerbs.Wordings] = "yes";
        }

        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    .. AdaptiveTextBlock.Warning(refusal?.Sentence),
                    Question(answer is not null && (question is null || isStale) ? answer.Question : question),
                    AnswerTextInput.Of(answer is not null && (typed is null || isStale) ? new WrittenAnswer(answer.Text, null) : typed),
                    .. answer is null ? [] : Others(answer, isStale ? null : keeping),
                    .. isStale && typed is not null
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock("What you wrote") { Weight = "Bolder", Separator = true },
                                new AdaptiveRichTextBlock($"“{question}”"),
                                new AdaptiveRichTextBlock(AnswerTextInput.Shown(typed.Text)),
                            ]
                        : [],
                ],
                Actions =
                [
                    AdaptiveExecuteAction
                        .Of("Save answer", answer is null ? ManagerQuestionVerbs.Add : ManagerQuestionVerbs.Save, $"{id}", kept)
                        .Positive(),
                    answer is null
                        ? AdaptiveExecuteAction.Of("Cancel", ManagerQuestionVerbs.List, "1", leavesForm: true)
                        : AdaptiveExecuteAction.Of("Cancel", ManagerQuestionVerbs.See, $"{answer.Id}", leavesForm: true),
                ],
            },
            title
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

    private static List<AnswerWording> OthersOf(SavedAnswer answer) => [.. answer.Wordings.OrderBy(wording => wording.Number).Skip(1)];

    /// <summary>
    /// Lists the other wordings of the question. The practice manager unticks one that doesn't fit or names somebody, and it is
    /// removed.
    /// </summary>
    private static AdaptiveElement[] Others(SavedAnswer answer, IReadOnlyCollection<int>? keeping)
    {
        var others = OthersOf(answer);
        return others.Count == 0
            ? []
            :
            [
                .. WordingChoices.Of(
                    "Other ways people ask this. Untick any that don't belong.",
                    [
                        .. others.Select(wording => new WordingChoice(
                            Excerpt.Of(wording.Text, LongestChoice),
                            "",
                            ManagerQuestionVerbs.Number(wording.Number)
                        )),
                    ],
                    [],
                    string.Join(
                        ',',
                        others
                            .Select(wording => wording.Number)
                            .Where(number => keeping?.Contains(number) != false)
                            .Select(ManagerQuestionVerbs.Number)
                    )
                ),
            ];
    }

    private static AdaptiveTextInput Question(string? typed) =>
        new()
        {
            Id = ManagerQuestionVerbs.Asked,
            Label = "The question, as staff would ask it",
            MaxLength = Math.Max(LoggedQuestion.LongestText, typed?.Length ?? 0),
            IsRequired = true,
            ErrorMessage = "Please write the question.",
            Value = typed is { Length: > 0 } ? Excerpt.Of(typed, 2 * LoggedQuestion.LongestText) : null,
        };
}
