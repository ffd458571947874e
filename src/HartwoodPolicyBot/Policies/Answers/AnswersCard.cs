using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>The practice manager's answers that the bot gives: to find, read, change and remove.</summary>
internal static class AnswersCard
{
    private const int PageSize = 8;
    private const int MostWordings = 5;
    private const int LongestChoice = 120;

    /// <param name="sentence">Why something was not done.</param>
    /// <param name="written">What somebody wrote, so that it is not lost.</param>
    public static Activity Sentence(string sentence, string? written = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body =
                [
                    new TextBlock(sentence),
                    .. written is { Length: > 0 }
                        ? (CardElement[])
                            [
                                new TextBlock("What you wrote") { Weight = "Bolder", Separator = true },
                                new TextBlock(AnswerInput.Shown(written)),
                            ]
                        : [],
                ],
                Actions = [HelpCard.Button()],
            },
            sentence
        );

    /// <param name="answers">All, or those that were found.</param>
    /// <param name="page">From 1.</param>
    /// <param name="words">What was looked for; null for all.</param>
    /// <param name="banner">What was just done.</param>
    public static Activity List(IReadOnlyList<ManagerAnswer> answers, int page, string? words, string? banner = null)
    {
        var shown = answers.PageOf(PageSize, page);
        var summary = (answers.Count, words) switch
        {
            (0, null) => "No answers yet. Answer a question from the channel or from gaps, or write one here.",
            (0, _) => "No answer contains these words.",
            (1, _) => "1 answer of yours that I give.",
            _ => $"{answers.Count} answers of yours that I give.",
        };
        var kept = AnswerVerbs.Kept((AnswerVerbs.Words, words));
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. TextBlock.Banner(banner),
                    TextBlock.Heading("Answers"),
                    new TextBlock(summary),
                    new TextInput
                    {
                        Id = AnswerVerbs.Words,
                        Label = "Find by words",
                        MaxLength = 100,
                        Value = words,
                    },
                    .. shown.Items.Select(answer => Container.Row(ExecuteAction.Of(answer.Question, AnswerVerbs.See, $"{answer.Id}"))),
                    TextBlock.Subtle($"Page {shown.Number} of {shown.Count}. They are yours, not the policy's; I say so each time."),
                ],
                Actions =
                [
                    ExecuteAction.Of("Find", AnswerVerbs.Find),
                    .. words is null
                        ? Array.Empty<CardAction>()
                        : [ExecuteAction.Of("All answers", AnswerVerbs.List, "1", leavesForm: true)],
                    ExecuteAction.Of("New answer", AnswerVerbs.New, leavesForm: true),
                    .. shown.Buttons(AnswerVerbs.List, kept, leavesForm: true),
                    ExecuteAction.Of("Unanswered", AnswerVerbs.Gaps, "1", leavesForm: true),
                ],
            },
            summary
        );
    }

    public static Activity One(ManagerAnswer answer, string? banner = null)
    {
        var others = OthersOf(answer);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = answer.Question,
                Body =
                [
                    .. TextBlock.Banner(banner),
                    TextBlock.Heading($"“{answer.Question}”"),
                    .. others.Take(MostWordings).Select(wording => TextBlock.Subtle($"Also asked: “{Excerpt.Of(wording.Text, 200)}”")),
                    .. others.Count > MostWordings
                        ? (CardElement[])[TextBlock.Subtle($"And {others.Count - MostWordings} more wordings.")]
                        : [],
                    new Container { Style = "emphasis", Items = [new TextBlock(answer.Text)] },
                    TextBlock.Subtle($"{answer.By}, {PracticeTime.Text(answer.At)}"),
                ],
                Actions =
                [
                    ExecuteAction.Of("Change", AnswerVerbs.Change, $"{answer.Id}"),
                    ExecuteAction.Of("Remove", AnswerVerbs.RemoveForm, $"{answer.Id}"),
                    ExecuteAction.Of("All answers", AnswerVerbs.List, "1"),
                ],
            },
            answer.Question
        );
    }

    /// <summary>For a new answer, or to change one.</summary>
    /// <param name="answer">The one to change; null for a new one.</param>
    /// <param name="id">The answer's id, also of one that is not saved yet: the same form makes one answer.</param>
    /// <param name="seen">The version that the practice manager has seen.</param>
    /// <param name="question">The question, as typed.</param>
    /// <param name="refusal">Why it was not saved.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="keeping">The numbers of the other wordings that were left ticked; null for all.</param>
    public static Activity Form(
        ManagerAnswer? answer,
        Guid id,
        int seen,
        string? question = null,
        AnswerRefusal? refusal = null,
        WrittenAnswer? typed = null,
        IReadOnlyCollection<int>? keeping = null
    )
    {
        var isStale = refusal == AnswerErrors.Changed;
        var title = answer is null ? "A new answer" : "Change the answer";
        var kept = AnswerInput.Kept(refusal, typed);
        if (answer is not null)
        {
            kept[AnswerVerbs.Version] = AnswerVerbs.Number(isStale ? answer.Version : seen);
            kept[AnswerVerbs.Wordings] = "yes";
        }

        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    TextBlock.Heading(title),
                    .. TextBlock.Warning(refusal?.Sentence),
                    Question(answer is not null && (question is null || isStale) ? answer.Question : question),
                    AnswerInput.Of(answer is not null && (typed is null || isStale) ? new WrittenAnswer(answer.Text, null) : typed),
                    .. answer is null ? [] : Others(answer, isStale ? null : keeping),
                    .. isStale && typed is not null
                        ? (CardElement[])
                            [
                                new TextBlock("What you wrote") { Weight = "Bolder", Separator = true },
                                new TextBlock($"“{question}”"),
                                new TextBlock(AnswerInput.Shown(typed.Text)),
                            ]
                        : [],
                ],
                Actions =
                [
                    ExecuteAction.Of("Save", answer is null ? AnswerVerbs.Add : AnswerVerbs.Save, $"{id}", kept),
                    answer is null
                        ? ExecuteAction.Of("Back", AnswerVerbs.List, "1", leavesForm: true)
                        : ExecuteAction.Of("Back", AnswerVerbs.See, $"{answer.Id}", leavesForm: true),
                ],
            },
            title
        );
    }

    public static Activity RemoveForm(ManagerAnswer answer, AnswerRefusal? refusal = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Remove the answer?",
                Body =
                [
                    TextBlock.Heading("Remove the answer?"),
                    .. TextBlock.Warning(refusal?.Sentence),
                    new TextBlock($"“{answer.Question}”") { Weight = "Bolder" },
                    new Container { Style = "emphasis", Items = [new TextBlock(answer.Text)] },
                    new TextBlock("I do not give it any more from then on. Whoever had it keeps it in their chat."),
                ],
                Actions =
                [
                    ExecuteAction.Of(
                        "Yes, remove it",
                        AnswerVerbs.Remove,
                        $"{answer.Id}",
                        new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            [AnswerVerbs.Version] = AnswerVerbs.Number(answer.Version),
                        }
                    ),
                    ExecuteAction.Of("Back", AnswerVerbs.See, $"{answer.Id}"),
                ],
            },
            "Remove the answer?"
        );

    private static List<AnswerWording> OthersOf(ManagerAnswer answer) => [.. answer.Wordings.OrderBy(wording => wording.Number).Skip(1)];

    /// <summary>The other ways in which it was asked: one that does not fit, or names somebody, is unticked and goes.</summary>
    private static CardElement[] Others(ManagerAnswer answer, IReadOnlyCollection<int>? keeping)
    {
        var others = OthersOf(answer);
        return others.Count == 0
            ? []
            :
            [
                new ChoiceInput
                {
                    Id = AnswerVerbs.Ticked,
                    Label = "Also asked in these words. Untick what is wrong here: I forget it.",
                    IsMultiSelect = true,
                    Style = "expanded",
                    Choices =
                    [
                        .. others.Select(wording => new CardChoice(
                            CardText.WithoutLinks(Excerpt.Of(wording.Text, LongestChoice)),
                            AnswerVerbs.Number(wording.Number)
                        )),
                    ],
                    Value = string.Join(
                        ',',
                        others
                            .Select(wording => wording.Number)
                            .Where(number => keeping?.Contains(number) != false)
                            .Select(AnswerVerbs.Number)
                    ),
                },
            ];
    }

    private static TextInput Question(string? typed) =>
        new()
        {
            Id = AnswerVerbs.Asked,
            Label = "The question, as staff ask it",
            MaxLength = Math.Max(LoggedQuestion.LongestText, typed?.Length ?? 0),
            IsRequired = true,
            ErrorMessage = "Please write the question.",
            Value = typed is { Length: > 0 } ? Excerpt.Of(typed, 2 * LoggedQuestion.LongestText) : null,
        };
}
