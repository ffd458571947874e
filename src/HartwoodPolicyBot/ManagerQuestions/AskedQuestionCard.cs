using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the cards that the asker of a manager question sees: the receipt, and later the answer.</summary>
internal static class AskedQuestionCard
{
    private const int LongestOfSeveral = 200;
    private const int LongestInRow = 80;

    /// <param name="question">The manager question as it is now.</param>
    /// <param name="hasChannel">True if there is a channel in which the practice managers see it.</param>
    /// <param name="banner">What was just done, or why it was not; null for neither.</param>
    /// <param name="typed">An addition that was refused, filled in again so that it isn't lost.</param>
    public static TeamsActivity Receipt(ManagerQuestion question, bool hasChannel, string? banner = null, string? typed = null)
    {
        var title = Title(question, hasChannel ? "Sent to the practice manager" : "Kept for the practice manager");
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    .. AdaptiveTextBlock.Banner(banner),
                    .. question.Text.Length == 0
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock(
                                    "Your question is erased here and on the practice manager's card. In my log of questions its words "
                                        + "stay for a while, without your name. To ask after all, please write it again."
                                ),
                            ]
                        : [Quoted(question, LoggedQuestion.LongestText)],
                    .. question.Answer is null ? [] : Answered(question),
                    .. MayAskAgain(question) ? (AdaptiveElement[])[AgainLine()] : [],
                    .. question.IsOpen ? Open(question, hasChannel, typed) : [],
                ],
                Actions = question.IsOpen
                    ?
                    [
                        AdaptiveExecuteAction.Of(
                            question.Line is null ? "Add it" : "Change it",
                            ManagerQuestionVerbs.AddLine,
                            $"{question.Id}"
                        ),
                        AdaptiveExecuteAction.Of("Take it back", ManagerQuestionVerbs.TakeBack, $"{question.Id}", leavesForm: true),
                        HelpCard.Button(),
                    ]
                    :
                    [
                        .. MayAskAgain(question) ? [AgainButton(question)] : Array.Empty<AdaptiveAction>(),
                        PolicyVerbs.BrowseButton(),
                        HelpCard.Button(),
                    ],
            },
            title
        );
    }

    /// <summary>
    /// Makes the receipt for a chat that others can read: it shows how far the question is, and nothing that was added or
    /// answered.
    /// </summary>
    public static TeamsActivity ReceiptAmongOthers(ManagerQuestion question, string? banner = null)
    {
        var title = Title(question, "On its way to the practice manager");
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    .. AdaptiveTextBlock.Banner(banner),
                    new AdaptiveTextBlock("The answer comes to your private chat with me. Type my questions there to see how far it is."),
                    .. question.IsOpen ? (AdaptiveElement[])[LineInput(null)] : [],
                ],
                Actions = question.IsOpen
                    ?
                    [
                        AdaptiveExecuteAction.Of("Add it", ManagerQuestionVerbs.AddLine, $"{question.Id}"),
                        AdaptiveExecuteAction.Of("Take it back", ManagerQuestionVerbs.TakeBack, $"{question.Id}", leavesForm: true),
                        HelpCard.Button(),
                    ]
                    : [HelpCard.Button()],
            },
            title
        );
    }

    /// <summary>Makes the answer for the asker's own chat. It shows several questions if they were answered together.</summary>
    public static TeamsActivity Answer(IReadOnlyList<ManagerQuestion> questions)
    {
        var summary = $"The practice manager's answer: {Excerpt.Of(questions[0].Answer!, 120)}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading("The practice manager has answered"),
                    .. questions.Select(question => Quoted(question, questions.Count > 1 ? LongestOfSeveral : LoggedQuestion.LongestText)),
                    .. Answered(questions[0]),
                    AgainLine(),
                    .. questions.Count > 1
                        ? questions.Select(question =>
                            AdaptiveContainer.Row(Again($"Not answered: “{Excerpt.Of(question.Text, LongestInRow)}”", question))
                        )
                        : [],
                ],
                Actions =
                [
                    .. questions.Count == 1 ? [AgainButton(questions[0])] : Array.Empty<AdaptiveAction>(),
                    PolicyVerbs.BrowseButton(),
                    HelpCard.Button(),
                ],
            },
            summary
        );
    }

    private static string Title(ManagerQuestion question, string open) =>
        question.Answer is not null ? "The practice manager has answered"
        : question.TakenBackAt is not null ? "Taken back"
        : open;

    private static AdaptiveContainer Quoted(ManagerQuestion question, int longest) =>
        new()
        {
            Items =
            [
                AdaptiveTextBlock.Subtle($"You asked on {PracticeTime.Text(question.AskedAt)}"),
                new AdaptiveTextBlock($"“{Excerpt.Of(question.Text, longest)}”") { Weight = "Bolder" },
                .. question.Line is { } line ? (AdaptiveElement[])[new AdaptiveTextBlock($"You added: {line}")] : [],
            ],
        };

    private static IEnumerable<AdaptiveElement> Answered(ManagerQuestion question) =>
        [
            new AdaptiveContainer { Style = "emphasis", Items = [new AdaptiveTextBlock(question.Answer!)] },
            AdaptiveTextBlock.Subtle(
                $"{question.AnsweredBy}, {PracticeTime.Text(question.AnsweredAt!.Value)}. The practice manager's own "
                    + "answer, not the policy's words."
            ),
        ];

    /// <summary>Says what is sent to the practice manager. It is shown before the button, because one tap sends it.</summary>
    private static AdaptiveTextBlock AgainLine() =>
        AdaptiveTextBlock.Subtle(
            "If this did not answer it, one tap posts your name and question in the practice manager's channel "
                + "again. You can then add what is missing."
        );

    private static AdaptiveExecuteAction AgainButton(ManagerQuestion question) => Again("This did not answer it", question);

    private static AdaptiveExecuteAction Again(string title, ManagerQuestion question) =>
        AdaptiveExecuteAction.Of(title, ManagerQuestionVerbs.AskAgain, $"{question.Id}");

    private static bool MayAskAgain(ManagerQuestion question) => question is { Answer: not null, TakenBackAt: null };

    private static IEnumerable<AdaptiveElement> Open(ManagerQuestion question, bool hasChannel, string? typed) =>
        [
            .. hasChannel
                ? (AdaptiveElement[])[]
                :
                [
                    new AdaptiveTextBlock(
                        "There is no channel for questions yet. I keep it, and tell the practice manager as soon as I can "
                            + "reach them. If it is urgent, please ask them yourself."
                    ),
                ],
            new AdaptiveTextBlock("The answer comes to your private chat with me."),
            LineInput(typed ?? question.Line),
        ];

    private static AdaptiveTextInput LineInput(string? value) =>
        new()
        {
            Id = ManagerQuestionVerbs.Line,
            Label = "Anything to add? (optional)",
            Placeholder = "One line; no patients' details, please",
            MaxLength = ManagerQuestion.LongestLine,
            Value = value,
        };
}
