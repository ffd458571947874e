using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>
/// Makes the cards of unanswered questions: those that wait for the practice manager, and the groups of similar ones.
/// </summary>
internal static class UnansweredCard
{
    private const int PageSize = 6;
    private const int MostWaiting = 5;
    private const int LongestRow = 200;

    /// <param name="groups">The groups, the largest first.</param>
    /// <param name="waiting">The manager questions that wait, the oldest first.</param>
    /// <param name="until">
    /// When the groups were looked up; an answer goes to the questions that a group had at that time.
    /// </param>
    /// <param name="page">The page to show, from 1.</param>
    /// <param name="banner">What was just done; null for nothing.</param>
    /// <param name="waitingPage">The page of the questions that wait, from 1.</param>
    public static TeamsActivity List(
        IReadOnlyList<UnansweredGroup> groups,
        IReadOnlyList<ManagerQuestion> waiting,
        DateTimeOffset until,
        int page,
        string? banner = null,
        int waitingPage = 1
    )
    {
        var shown = groups.PageOf(PageSize, page);
        var count = groups.Sum(group => group.Questions.Count);
        var summary =
            count == 0
                ? (waiting.Count > 0 ? "Nothing else is waiting" : "No unanswered questions")
                : $"{CountWords.Of(count, "unanswered question")} on {CountWords.Of(groups.Count, "topic")}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Unanswered questions"),
                    .. shown.Number == 1 ? Waiting(waiting, waitingPage) : [],
                    new AdaptiveTextBlock($"{summary}.") { Separator = waiting.Count > 0 ? true : null },
                    .. shown.Items.Select(group => Row(group, until)),
                    .. groups.Count > 0
                        ? (AdaptiveElement[])[AdaptiveTextBlock.Subtle($"{shown.Place()}Tap one to answer it. I don't record who asked.")]
                        : [],
                ],
                Actions =
                [
                    .. shown.Buttons(ManagerQuestionVerbs.Unanswered),
                    AdaptiveExecuteAction.Of("See saved answers", ManagerQuestionVerbs.List),
                    HelpCard.Button(),
                ],
            },
            summary
        );
    }

    /// <summary>Makes the card of one group, with the input to answer all of its questions or the ticked ones.</summary>
    public static TeamsActivity Group(
        UnansweredGroup group,
        int waiting,
        DateTimeOffset until,
        Refusal? refusal = null,
        WrittenAnswer? typed = null,
        string? ticked = null
    )
    {
        var title = group.Questions.Count == 1 ? "Asked once" : $"Asked {group.Questions.Count} times";
        var kept = AnswerTextInput.Kept(refusal, typed);
        kept[ManagerQuestionVerbs.Until] = Stamp(until);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading("Unanswered question"),
                    .. AdaptiveTextBlock.Warning(refusal?.Sentence),
                    AdaptiveTextBlock.Subtle(Counts(group)),
                    .. Wordings(group, ticked),
                    .. group.Wordings.Count > SavedAnswer.MostWordings
                        ? (AdaptiveElement[])
                            [
                                AdaptiveTextBlock.Subtle(
                                    group.Wordings.Count - SavedAnswer.MostWordings is > 1 and var more
                                        ? $"{more} other ways of asking it will stay on the list."
                                        : "1 other way of asking it will stay on the list."
                                ),
                            ]
                        : [],
                    AnswerTextInput.Of(typed),
                    AdaptiveTextBlock.Subtle(
                        "I'll give this answer to anyone who asks, with your name."
                            + (
                                waiting switch
                                {
                                    0 => "",
                                    1 => " 1 person is waiting and will get it now.",
                                    _ => $" {waiting} people are waiting and will get it now.",
                                }
                            )
                    ),
                    AdaptiveContainer.Row(
                        AdaptiveExecuteAction.Of("Go back to list", ManagerQuestionVerbs.Unanswered, "1", leavesForm: true)
                    ),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Send answer", ManagerQuestionVerbs.AnswerGroup, $"{group.Id}", kept).Positive(),
                    AdaptiveExecuteAction.Of("The policy covers this", ManagerQuestionVerbs.TeachGroup, $"{group.Id}", leavesForm: true),
                    AdaptiveExecuteAction.Of(
                        "Dismiss question",
                        ManagerQuestionVerbs.DismissGroup,
                        $"{group.Id}",
                        ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.Until, Stamp(until))),
                        leavesForm: true
                    ),
                ],
            },
            title
        );
    }

    public static string Stamp(DateTimeOffset until) => until.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<AdaptiveElement> Waiting(IReadOnlyList<ManagerQuestion> waiting, int wanted)
    {
        var page = waiting.PageOf(MostWaiting, wanted);
        var left = waiting.Count - (page.Number * MostWaiting);
        return waiting.Count == 0
            ? []
            :
            [
                new AdaptiveTextBlock(
                    waiting.Count == 1 ? "1 person is waiting for an answer" : $"{waiting.Count} people are waiting for an answer"
                )
                {
                    Weight = "Bolder",
                },
                .. page.Items.Select(question =>
                    AdaptiveContainer.Row(
                        AdaptiveExecuteAction.Of(Excerpt.Of(question.Text, LongestRow), ManagerQuestionVerbs.Question, $"{question.Id}")
                    )
                ),
                .. page.Number < page.Count
                    ? [To($"See {left} more who {(left == 1 ? "is" : "are")} waiting", page.Number + 1)]
                    : Array.Empty<AdaptiveElement>(),
                .. page.Number > 1 ? [To("See who has waited longest", 1)] : Array.Empty<AdaptiveElement>(),
            ];

        static AdaptiveElement To(string words, int number) =>
            AdaptiveContainer.Row(
                AdaptiveExecuteAction.Of(
                    words,
                    ManagerQuestionVerbs.Unanswered,
                    "1",
                    ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.WaitingPage, ManagerQuestionVerbs.Number(number)))
                )
            );
    }

    private static AdaptiveContainer Row(UnansweredGroup group, DateTimeOffset until)
    {
        var action = AdaptiveExecuteAction.Of(
            Excerpt.Of(group.Wordings[0].Text, LongestRow),
            ManagerQuestionVerbs.Group,
            $"{group.Id}",
            ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.Until, Stamp(until)))
        );
        var row = AdaptiveContainer.Row(action);
        return new AdaptiveContainer
        {
            Items = [.. row.Items, AdaptiveTextBlock.Subtle(Counts(group))],
            SelectAction = action,
            Spacing = "Medium",
        };
    }

    private static IEnumerable<AdaptiveElement> Wordings(UnansweredGroup group, string? ticked)
    {
        var shown = group.Wordings.Take(UnansweredGroup.MostShown).ToList();
        return WordingChoices.Of(
            "How people asked it. Untick any your answer doesn't cover.",
            [
                .. shown.Select(wording => new WordingChoice(
                    Excerpt.Of(wording.Text, LongestRow),
                    wording.Questions.Count > 1 ? $" ({wording.Questions.Count} times)" : "",
                    $"{wording.Questions[0]}"
                )),
            ],
            group.Behind.Count > 0
                ? [new(Behind(group), $"{ManagerQuestionVerbs.Behind}{ManagerQuestionVerbs.Number(group.Wordings.Count)}")]
                : [],
            ticked ?? string.Join(',', shown.Select(wording => wording.Questions[0]))
        );
    }

    /// <summary>
    /// Returns the choice for the questions that are not listed. It isn't ticked at first, because nobody has read them.
    /// </summary>
    private static string Behind(UnansweredGroup group) =>
        $"Also {CountWords.Of(group.Behind.Count, "other way")} of asking it, not shown here. If unticked, they stay on the list.";

    private static string Counts(UnansweredGroup group)
    {
        var why = group switch
        {
            { NotHelpful: 0 } => "not covered",
            { Refused: 0 } => "marked not helpful",
            _ => $"{group.Refused} not covered, {group.NotHelpful} marked not helpful",
        };
        return $"Asked {(group.Questions.Count == 1 ? "once" : $"{group.Questions.Count} times")}, {why}. Last asked on "
            + $"{PracticeTime.Text(PracticeTime.DateOf(group.LastAskedAt))}.";
    }
}
