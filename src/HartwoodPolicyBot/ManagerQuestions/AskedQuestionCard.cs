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
    /// <summary>
    /// What the notification of a receipt says. The card changes in place as things go on, and the notification stays, so it names
    /// what stays true.
    /// </summary>
    private const string NotificationSays = "Your question to the practice manager";

    private const int LongestOfSeveral = 200;
    private const int LongestInRow = 80;

    /// <param name="question">The manager question as it is now.</param>
    /// <param name="hasChannel">True if there is a channel in which the practice managers see it.</param>
    /// <param name="banner">What was just done, or why it was not; null for neither.</param>
    /// <param name="typed">An addition that was refused, filled in again so that it isn't lost.</param>
    public static TeamsActivity Receipt(ManagerQuestion question, bool hasChannel, string? banner = null, string? typed = null)
    {
        var title = Title(question, hasChannel ? "Sent to the practice manager" : "Saved for the practice manager");
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
                                    "I've withdrawn your question and deleted it from the practice manager's card. The question log keeps "
                                        + "the words for a while, without your name. You can ask again at any time."
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
                            question.Line is null ? "Add to my question" : "Change what I added",
                            ManagerQuestionVerbs.AddLine,
                            $"{question.Id}"
                        ),
                        AdaptiveExecuteAction
                            .Of("Withdraw question", ManagerQuestionVerbs.Withdraw, $"{question.Id}", leavesForm: true)
                            .Destructive(),
                        HelpCard.Button(),
                    ]
                    :
                    [
                        .. MayAskAgain(question) ? [AgainButton(question)] : Array.Empty<AdaptiveAction>(),
                        PolicyVerbs.BrowseButton(),
                        HelpCard.Button(),
                    ],
            },
            NotificationSays
        );
    }

    /// <summary>
    /// Makes the receipt for a chat that others can read: it shows how far the question is, and nothing that was added or
    /// answered.
    /// </summary>
    public static TeamsActivity ReceiptAmongOthers(ManagerQuestion question, AdaptiveAction privateChat, string? banner = null)
    {
        var title = Title(question, "Sending to the practice manager");
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    .. AdaptiveTextBlock.Banner(banner),
                    new AdaptiveTextBlock("I'll send you the answer in our private chat. You can check on your question there too."),
                    AdaptiveContainer.Row(privateChat),
                    .. question.IsOpen ? (AdaptiveElement[])[LineInput(null)] : [],
                ],
                Actions = question.IsOpen
                    ?
                    [
                        AdaptiveExecuteAction.Of("Add to my question", ManagerQuestionVerbs.AddLine, $"{question.Id}"),
                        AdaptiveExecuteAction
                            .Of("Withdraw question", ManagerQuestionVerbs.Withdraw, $"{question.Id}", leavesForm: true)
                            .Destructive(),
                        HelpCard.Button(),
                    ]
                    : [HelpCard.Button()],
            },
            NotificationSays
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
                            AdaptiveContainer.Row(Again($"Still need help: “{Excerpt.Of(question.Text, LongestInRow)}”", question))
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
        : question.TakenBackAt is not null ? "Question withdrawn"
        : open;

    private static AdaptiveContainer Quoted(ManagerQuestion question, int longest) =>
        new()
        {
            Items =
            [
                AdaptiveTextBlock.Subtle($"You asked this on {PracticeTime.Text(question.AskedAt)}"),
                new AdaptiveRichTextBlock($"“{Excerpt.Of(question.Text, longest)}”") { Weight = "Bolder" },
                .. question.Line is { } line ? (AdaptiveElement[])[new AdaptiveRichTextBlock($"You added: {line}")] : [],
            ],
        };

    private static IEnumerable<AdaptiveElement> Answered(ManagerQuestion question) =>
        [
            AdaptiveRichTextBlock.SetOff(question.Answer!),
            AdaptiveRichTextBlock.Subtle(
                $"Answered by {PersonNames.InSentence(question.AnsweredBy)}, practice manager, "
                    + $"{PracticeTime.Text(question.AnsweredAt!.Value)}. This isn't part of the policy."
            ),
        ];

    /// <summary>Says what is sent to the practice manager. It is shown before the button, because one tap sends it.</summary>
    private static AdaptiveTextBlock AgainLine() =>
        AdaptiveTextBlock.Subtle("Still not sure? You can send it back to the practice manager, with your name, and add more detail.");

    private static AdaptiveExecuteAction AgainButton(ManagerQuestion question) => Again("I still need help", question);

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
                        "There's no channel for questions yet. I've saved yours, and I'll tell the practice manager. If it's "
                            + "urgent, please speak to them directly."
                    ),
                ],
            new AdaptiveTextBlock("I'll send you the answer in this chat."),
            LineInput(typed ?? question.Line),
        ];

    private static AdaptiveTextInput LineInput(string? value) =>
        new()
        {
            Id = ManagerQuestionVerbs.Line,
            Label = "Anything to add? (optional)",
            Placeholder = "One line. Please don't include patient details.",
            MaxLength = ManagerQuestion.LongestLine,
            Value = value,
        };
}
