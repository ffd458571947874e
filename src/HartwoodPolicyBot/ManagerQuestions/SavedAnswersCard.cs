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
                    new AdaptiveTextBlock(sentence),
                    .. written is { Length: > 0 }
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock("What you wrote") { Weight = "Bolder", Separator = true },
                                new AdaptiveTextBlock(AnswerTextInput.Shown(written)),
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
            (0, null) => "No answers yet. Answer a question from the channel or from gaps, or write one here.",
            (0, _) => "No answer contains these words.",
            (1, _) => "1 answer of yours that I give.",
            _ => $"{answers.Count} answers of yours that I give.",
        };
        var kept = ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.Words, words));
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Answers"),
                    new AdaptiveTextBlock(summary),
                    new AdaptiveTextInput
                    {
                        Id = ManagerQuestionVerbs.Words,
                        Label = "Find by words",
                        MaxLength = 100,
                        Value = words,
                    },
                    .. shown.Items.Select(answer =>
                        AdaptiveContainer.Row(AdaptiveExecuteAction.Of(answer.Question, ManagerQuestionVerbs.See, $"{answer.Id}"))
                    ),
                    AdaptiveTextBlock.Subtle(
                        $"Page {shown.Number} of {shown.Count}. They are yours, not the policy's; I say so each time."
                    ),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Find", ManagerQuestionVerbs.Find),
                    .. words is null
                        ? Array.Empty<AdaptiveAction>()
                        : [AdaptiveExecuteAction.Of("All answers", ManagerQuestionVerbs.List, "1", leavesForm: true)],
                    AdaptiveExecuteAction.Of("New answer", ManagerQuestionVerbs.New, leavesForm: true),
                    .. shown.Buttons(ManagerQuestionVerbs.List, kept: kept, leavesForm: true),
                    AdaptiveExecuteAction.Of("Unanswered", ManagerQuestionVerbs.Gaps, "1", leavesForm: true),
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
                        .Select(wording => AdaptiveTextBlock.Subtle($"Also asked: “{Excerpt.Of(wording.Text, 200)}”")),
                    .. others.Count > MostWordings
                        ? (AdaptiveElement[])[AdaptiveTextBlock.Subtle($"And {others.Count - MostWordings} more wordings.")]
                        : [],
                    new AdaptiveContainer { Style = "emphasis", Items = [new AdaptiveTextBlock(answer.Text)] },
                    AdaptiveTextBlock.Subtle($"{answer.By}, {PracticeTime.Text(answer.At)}"),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Change", ManagerQuestionVerbs.Change, $"{answer.Id}"),
                    AdaptiveExecuteAction.Of("Remove", ManagerQuestionVerbs.RemoveForm, $"{answer.Id}"),
                    AdaptiveExecuteAction.Of("All answers", ManagerQuestionVerbs.List, "1"),
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
        var title = answer is null ? "A new answer" : "Change the answer";
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
                                new AdaptiveTextBlock($"“{question}”"),
                                new AdaptiveTextBlock(AnswerTextInput.Shown(typed.Text)),
                            ]
                        : [],
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Save", answer is null ? ManagerQuestionVerbs.Add : ManagerQuestionVerbs.Save, $"{id}", kept),
                    answer is null
                        ? AdaptiveExecuteAction.Of("Back", ManagerQuestionVerbs.List, "1", leavesForm: true)
                        : AdaptiveExecuteAction.Of("Back", ManagerQuestionVerbs.See, $"{answer.Id}", leavesForm: true),
                ],
            },
            title
        );
    }

    public static TeamsActivity RemoveForm(SavedAnswer answer, Refusal? refusal = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Remove the answer?",
                Body =
                [
                    AdaptiveTextBlock.Heading("Remove the answer?"),
                    .. AdaptiveTextBlock.Warning(refusal?.Sentence),
                    new AdaptiveTextBlock($"“{answer.Question}”") { Weight = "Bolder" },
                    new AdaptiveContainer { Style = "emphasis", Items = [new AdaptiveTextBlock(answer.Text)] },
                    new AdaptiveTextBlock("I do not give it any more from then on. Whoever had it keeps it in their chat."),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of(
                        "Yes, remove it",
                        ManagerQuestionVerbs.Remove,
                        $"{answer.Id}",
                        new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            [ManagerQuestionVerbs.Version] = ManagerQuestionVerbs.Number(answer.Version),
                        }
                    ),
                    AdaptiveExecuteAction.Of("Back", ManagerQuestionVerbs.See, $"{answer.Id}"),
                ],
            },
            "Remove the answer?"
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
                new AdaptiveChoiceSetInput
                {
                    Id = ManagerQuestionVerbs.Ticked,
                    Label = "Also asked in these words. Untick what is wrong here: I forget it.",
                    IsMultiSelect = true,
                    Style = "expanded",
                    Choices =
                    [
                        .. others.Select(wording => new AdaptiveChoice(
                            CardText.WithoutLinks(Excerpt.Of(wording.Text, LongestChoice)),
                            ManagerQuestionVerbs.Number(wording.Number)
                        )),
                    ],
                    Value = string.Join(
                        ',',
                        others
                            .Select(wording => wording.Number)
                            .Where(number => keeping?.Contains(number) != false)
                            .Select(ManagerQuestionVerbs.Number)
                    ),
                },
            ];
    }

    private static AdaptiveTextInput Question(string? typed) =>
        new()
        {
            Id = ManagerQuestionVerbs.Asked,
            Label = "The question, as staff ask it",
            MaxLength = Math.Max(LoggedQuestion.LongestText, typed?.Length ?? 0),
            IsRequired = true,
            ErrorMessage = "Please write the question.",
            Value = typed is { Length: > 0 } ? Excerpt.Of(typed, 2 * LoggedQuestion.LongestText) : null,
        };
}
