using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the card of a manager question in the incidents channel, with the input for its answer.</summary>
internal static class ManagerQuestionCard
{
    private const int LongestEarlier = 1000;

    /// <param name="question">The manager question as it is now.</param>
    /// <param name="offered">The sections that the bot had offered the asker.</param>
    /// <param name="earlier">The earlier manager question whose answer did not help the asker; null if there is none.</param>
    /// <param name="saved">The saved answer that was made from this question, as it is now; null if there is none.</param>
    /// <param name="delivery">The state of the answer's delivery; null if it is unknown.</param>
    /// <param name="refusal">Why the practice manager's last click was refused; null if it wasn't.</param>
    /// <param name="typed">What the practice manager typed, filled in again so that it isn't lost.</param>
    /// <param name="inOwnChat">True in a practice manager's own chat, where it was opened from the list and has no thread.</param>
    public static TeamsActivity Message(
        ManagerQuestion question,
        IEnumerable<PolicySection> offered,
        ManagerQuestion? earlier,
        SavedAnswer? saved,
        DeliveryState? delivery,
        Refusal? refusal = null,
        WrittenAnswer? typed = null,
        bool inOwnChat = false
    )
    {
        var summary = question switch
        {
            { Answer: not null } => "Question answered",
            { TakenBackAt: not null } => "Question withdrawn",
            _ => $"Question from {PersonNames.InSentence(question.AskerName)}",
        };
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(summary),
                    .. AdaptiveTextBlock.Warning(refusal?.Sentence),
                    .. question.TakenBackAt is null
                        ? Asked(question, offered, earlier)
                        :
                        [
                            new AdaptiveTextBlock(
                                question.Answer is null
                                    ? "The person who asked has withdrawn this question, so it doesn't need an answer."
                                    : "The person who asked has deleted their question."
                            ),
                        ],
                    .. question.Answer is null ? [] : Answered(question, saved, delivery),
                    .. !question.IsOpen && typed is { Text.Length: > 0 }
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock("What you wrote") { Weight = "Bolder", Separator = true },
                                new AdaptiveRichTextBlock(AnswerTextInput.Shown(typed.Text)),
                            ]
                        : [],
                    .. question.IsOpen
                        ? (AdaptiveElement[])
                            [
                                AnswerTextInput.Of(typed),
                                .. inOwnChat
                                    ? Array.Empty<AdaptiveElement>()
                                    :
                                    [
                                        AdaptiveRichTextBlock.Subtle(
                                            $"Please reply in this box. {question.AskerName} won't see replies in the thread."
                                        ),
                                    ],
                                Always(typed),
                            ]
                        : [],
                    .. inOwnChat ? [BackToList()] : Array.Empty<AdaptiveElement>(),
                ],
                Actions = Actions(question, saved is not null, delivery, refusal, typed),
            },
            summary
        );
    }

    private static AdaptiveContainer BackToList() =>
        AdaptiveContainer.Row(AdaptiveExecuteAction.Of("Go back to list", ManagerQuestionVerbs.Unanswered, "1", leavesForm: true));

    private static IEnumerable<AdaptiveElement> Asked(
        ManagerQuestion question,
        IEnumerable<PolicySection> offered,
        ManagerQuestion? earlier
    )
    {
        yield return AdaptiveRichTextBlock.Subtle($"{question.AskerName} asked on {PracticeTime.Text(question.AskedAt)}");
        yield return new AdaptiveContainer
        {
            Style = "emphasis",
            Items = [new AdaptiveRichTextBlock($"“{question.Text}”") { Weight = "Bolder" }],
        };
        if (question.Line is { } line)
        {
            yield return new AdaptiveRichTextBlock($"{question.AskerName} added: {line}");
        }

        if (earlier is { Answer: { } before })
        {
            yield return new AdaptiveRichTextBlock(
                $"{earlier.AnsweredBy} answered on {PracticeTime.Text(earlier.AnsweredAt!.Value)}, but "
                    + $"{PersonNames.InSentence(question.AskerName)} still needs help. The answer was:"
            );
            yield return AdaptiveRichTextBlock.Subtle(Excerpt.Of(before, LongestEarlier));
            yield break;
        }

        var headings = string.Join("; ", offered.Select(section => section.Heading));
        yield return AdaptiveRichTextBlock.Subtle(
            question.WasAnswered && headings.Length > 0 ? $"I showed them: {headings}. That didn't help."
            : question.WasAnswered ? "I gave your earlier answer. That didn't help."
            : headings.Length > 0 ? $"The policy doesn't cover this. Closest sections: {headings}."
            : "The policy doesn't cover this."
        );
    }

    private static IEnumerable<AdaptiveElement> Answered(ManagerQuestion question, SavedAnswer? saved, DeliveryState? delivery) =>
        [
            new AdaptiveRichTextBlock($"{question.AnsweredBy} answered on {PracticeTime.Text(question.AnsweredAt!.Value)}")
            {
                Weight = "Bolder",
                Separator = true,
                Spacing = "Medium",
            },
            new AdaptiveRichTextBlock(question.Answer!),
            AdaptiveRichTextBlock.Subtle(
                delivery switch
                {
                    _ when question.TakenBackAt is not null => "Delivered before they deleted their question.",
                    DeliveryState.Sent => $"Delivered to {PersonNames.InSentence(question.AskerName)}.",
                    DeliveryState.Held or DeliveryState.Stopped =>
                        $"I can't reach {PersonNames.InSentence(question.AskerName)}: they've removed me or left. "
                            + "I've saved the answer for them.",
                    DeliveryState.GivenUp => $"I couldn't deliver this to {PersonNames.InSentence(question.AskerName)}. Tap Send again.",
                    _ => $"Sending to {PersonNames.InSentence(question.AskerName)}.",
                }
            ),
            .. GivenNow(question, saved),
        ];

    /// <summary>
    /// Shows what others get when they ask this now: the answer above, another text if it was corrected since, or no saved
    /// answer.
    /// </summary>
    private static AdaptiveElement[] GivenNow(ManagerQuestion question, SavedAnswer? saved) =>
        saved switch
        {
            null => question.GivenAs is null ? [] : [AdaptiveTextBlock.Subtle("I no longer give this answer to others.")],
            _ when saved.Text == question.Answer => [AdaptiveTextBlock.Subtle("I'll give this answer to anyone who asks the same.")],
            _ =>
            [
                AdaptiveRichTextBlock.Subtle($"{saved.By} updated it on {PracticeTime.Text(saved.At)}. I now give this answer:"),
                new AdaptiveRichTextBlock(Excerpt.Of(saved.Text, LongestEarlier)),
            ],
        };

    private static AdaptiveAction[] Actions(
        ManagerQuestion question,
        bool isGivenAlways,
        DeliveryState? delivery,
        Refusal? refusal,
        WrittenAnswer? typed
    ) =>
        question switch
        {
            { Answer: not null } =>
            [
                .. isGivenAlways || question.Text.Length == 0
                    ? Array.Empty<AdaptiveAction>()
                    : [AdaptiveExecuteAction.Of("Use for everyone", ManagerQuestionVerbs.GiveAlways, $"{question.Id}")],
                question.TakenBackAt is null && delivery == DeliveryState.GivenUp
                    ? AdaptiveExecuteAction.Of("Send again", BotVerbs.SendAgain).Positive()
                : question.TakenBackAt is null ? AdaptiveExecuteAction.Of("Check delivery", ManagerQuestionVerbs.Question, $"{question.Id}")
                : HelpCard.Button(),
                .. isGivenAlways ? [BotVerbs.CommandButton("See saved answers", "answers")] : Array.Empty<AdaptiveAction>(),
            ],
            { TakenBackAt: not null } => [HelpCard.Button()],
            _ =>
            [
                AdaptiveExecuteAction
                    .Of("Send answer", ManagerQuestionVerbs.Send, $"{question.Id}", AnswerTextInput.Kept(refusal, typed))
                    .Positive(),
            ],
        };

    private static AdaptiveChoiceSetInput Always(WrittenAnswer? typed) =>
        new()
        {
            Id = ManagerQuestionVerbs.Always,
            Label = "Should I use this answer again? (optional)",
            IsMultiSelect = true,
            Style = "expanded",
            Choices = [new("Yes, for anyone else who asks the same", "yes")],
            Value = typed?.GiveAlways == true ? "yes" : null,
        };
}
