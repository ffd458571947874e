using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the form with which practice managers write a saved answer or change one.</summary>
internal static class SavedAnswerForm
{
    private const int LongestChoice = 120;

    /// <summary>Makes the form for a new saved answer, or to change one.</summary>
    /// <param name="answer">The answer to change; null for a new one.</param>
    /// <param name="id">The answer's id, given before it is saved, so that one form makes one answer.</param>
    /// <param name="seen">The version that the practice manager has seen.</param>
    /// <param name="question">The question, as it was typed.</param>
    /// <param name="refusal">Why it was not saved; null if it wasn't refused.</param>
    /// <param name="typed">The answer, as it was typed.</param>
    /// <param name="keeping">The numbers of the other wordings that were left ticked; null for all.</param>
    public static TeamsActivity Of(
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

    /// <summary>
    /// Lists the other wordings of the question. The practice manager unticks one that doesn't fit or names somebody, and it is
    /// removed.
    /// </summary>
    private static AdaptiveElement[] Others(SavedAnswer answer, IReadOnlyCollection<int>? keeping)
    {
        var others = answer.OtherWordings();
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
