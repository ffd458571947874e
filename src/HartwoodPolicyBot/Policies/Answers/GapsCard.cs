using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>What staff asked and got no answer to: who waits for one, and the groups of alike questions.</summary>
internal static class GapsCard
{
    private const int PageSize = 6;
    private const int MostWaiting = 5;
    private const int LongestRow = 200;

    /// <param name="groups">The largest first.</param>
    /// <param name="waiting">Questions that were sent to the practice manager, the oldest first.</param>
    /// <param name="until">When this was looked up; a group is answered as it was then.</param>
    /// <param name="page">From 1.</param>
    /// <param name="banner">What was just done.</param>
    public static Activity List(
        IReadOnlyList<QuestionGroup> groups,
        IReadOnlyList<ManagerQuestion> waiting,
        DateTimeOffset until,
        int page,
        string? banner = null
    )
    {
        var shown = groups.PageOf(PageSize, page);
        var count = groups.Sum(group => group.Questions.Count);
        var summary =
            count == 0
                ? (waiting.Count > 0 ? "Nothing else is without an answer" : "No question is without an answer")
                : $"{Times(count, "question")} without an answer, in {Times(groups.Count, "group")}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. TextBlock.Banner(banner),
                    TextBlock.Heading("Unanswered"),
                    .. shown.Number == 1 ? Waiting(waiting) : [],
                    new TextBlock($"{summary}.") { Separator = waiting.Count > 0 ? true : null },
                    .. shown.Items.Select(group => Row(group, until)),
                    .. groups.Count > 0
                        ? (CardElement[])
                            [
                                TextBlock.Subtle(
                                    $"Page {shown.Number} of {shown.Count}. Tap one to see how it was asked and to answer it. The log names nobody."
                                ),
                            ]
                        : [],
                ],
                Actions = [.. shown.Buttons(AnswerVerbs.Gaps), ExecuteAction.Of("Answers I give", AnswerVerbs.List), HelpCard.Button()],
            },
            summary
        );
    }

    /// <summary>One group, with the way to answer all of it, or what is ticked.</summary>
    public static Activity Group(
        QuestionGroup group,
        int waiting,
        DateTimeOffset until,
        AnswerRefusal? refusal = null,
        WrittenAnswer? typed = null,
        string? ticked = null
    )
    {
        var title =
            group.Questions.Count == 1 ? "Asked once, without an answer" : $"Asked {group.Questions.Count} times, without an answer";
        var kept = AnswerInput.Kept(refusal, typed);
        kept[AnswerVerbs.Until] = Stamp(until);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    TextBlock.Heading(title),
                    .. TextBlock.Warning(refusal?.Sentence),
                    TextBlock.Subtle(Counts(group)),
                    Wordings(group, ticked),
                    .. group.Wordings.Count > ManagerAnswer.MostWordings
                        ? (CardElement[])
                            [
                                TextBlock.Subtle(
                                    $"{Times(group.Wordings.Count - ManagerAnswer.MostWordings, "more wording")} stay in the list when these are answered."
                                ),
                            ]
                        : [],
                    AnswerInput.Of(typed),
                    TextBlock.Subtle(
                        "I give this answer from now on to whoever asks the same, under your name."
                            + (waiting > 0 ? $" Who waits for it gets it now: {waiting}." : "")
                    ),
                ],
                Actions =
                [
                    ExecuteAction.Of("Answer", AnswerVerbs.AnswerGap, $"{group.Id}", kept),
                    ExecuteAction.Of(
                        "Nothing to answer",
                        AnswerVerbs.SetAsideGap,
                        $"{group.Id}",
                        AnswerVerbs.Kept((AnswerVerbs.Until, Stamp(until))),
                        leavesForm: true
                    ),
                    ExecuteAction.Of("Back", AnswerVerbs.Gaps, "1", leavesForm: true),
                ],
            },
            title
        );
    }

    public static string Stamp(DateTimeOffset until) => until.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<CardElement> Waiting(IReadOnlyList<ManagerQuestion> waiting) =>
        waiting.Count == 0
            ? []
            :
            [
                new TextBlock($"Waiting for your answer: {waiting.Count}") { Weight = "Bolder" },
                .. waiting
                    .Take(MostWaiting)
                    .Select(question =>
                        Container.Row(ExecuteAction.Of(Excerpt.Of(question.Text, LongestRow), AnswerVerbs.Question, $"{question.Id}"))
                    ),
                .. waiting.Count > MostWaiting
                    ? (CardElement[])[TextBlock.Subtle($"And {waiting.Count - MostWaiting} more; they follow when these are answered.")]
                    : [],
            ];

    private static Container Row(QuestionGroup group, DateTimeOffset until)
    {
        var action = ExecuteAction.Of(
            Excerpt.Of(group.Wordings[0].Text, LongestRow),
            AnswerVerbs.Gap,
            $"{group.Id}",
            AnswerVerbs.Kept((AnswerVerbs.Until, Stamp(until)))
        );
        var row = Container.Row(action);
        return new Container
        {
            Items = [.. row.Items, TextBlock.Subtle(Counts(group))],
            SelectAction = action,
            Spacing = "Medium",
        };
    }

    private static ChoiceInput Wordings(QuestionGroup group, string? ticked)
    {
        var shown = group.Wordings.Take(QuestionGroup.MostShown).ToList();
        return new()
        {
            Id = AnswerVerbs.Ticked,
            Label = "How people asked it. Untick any that your answer does not fit.",
            IsMultiSelect = true,
            Style = "expanded",
            Choices =
            [
                .. shown.Select(wording => new CardChoice(
                    $"{CardText.WithoutLinks(Excerpt.Of(wording.Text, LongestRow))}{(wording.Questions.Count > 1 ? $" ({wording.Questions.Count} times)" : "")}",
                    $"{wording.Questions[0]}"
                )),
                .. group.Behind.Count > 0
                    ? (CardChoice[])[new(Behind(group), $"{AnswerVerbs.Behind}{AnswerVerbs.Number(group.Wordings.Count)}")]
                    : [],
            ],
            Value = ticked ?? string.Join(',', shown.Select(wording => wording.Questions[0])),
        };
    }

    /// <summary>Not ticked by itself: nobody has looked at them.</summary>
    private static string Behind(QuestionGroup group) => $"Also {Times(group.Behind.Count, "other way")} of asking it, not shown here";

    private static string Counts(QuestionGroup group)
    {
        var why = group switch
        {
            { NotHelpful: 0 } => "I had no answer",
            { Refused: 0 } => "my answer did not help",
            _ => $"I had no answer to {group.Refused}, and my answer did not help with {group.NotHelpful}",
        };
        return $"{Times(group.Questions.Count, "time")}: {why}; last on {PracticeTime.Text(PracticeTime.DateOf(group.LastAskedAt))}";
    }

    private static string Times(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
