using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
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
    public static TeamsActivity Message(
        ManagerQuestion question,
        IEnumerable<PolicySection> offered,
        ManagerQuestion? earlier,
        SavedAnswer? saved,
        DeliveryState? delivery,
        Refusal? refusal = null,
        WrittenAnswer? typed = null
    )
    {
        var summary = question switch
        {
            { Answer: not null } => "Answered by the practice manager",
            { TakenBackAt: not null } => "A question was taken back",
            _ => "A question for the practice manager",
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
                                    ? "The asker does not need an answer any more. Their words are erased."
                                    : "The asker has had their words erased."
                            ),
                        ],
                    .. question.Answer is null ? [] : Answered(question, saved, delivery),
                    .. !question.IsOpen && typed is { Text.Length: > 0 }
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock("What you wrote") { Weight = "Bolder", Separator = true },
                                new AdaptiveTextBlock(AnswerTextInput.Shown(typed.Text)),
                            ]
                        : [],
                    .. question.IsOpen
                        ? (AdaptiveElement[])
                            [
                                AnswerTextInput.Of(typed),
                                AdaptiveTextBlock.Subtle(
                                    $"Please answer in this box: a reply in the thread does not reach {question.AskerName}."
                                ),
                                Always(typed),
                            ]
                        : [],
                ],
                Actions = Actions(question, saved is not null, refusal, typed),
            },
            summary
        );
    }

    private static IEnumerable<AdaptiveElement> Asked(
        ManagerQuestion question,
        IEnumerable<PolicySection> offered,
        ManagerQuestion? earlier
    )
    {
        yield return AdaptiveTextBlock.Subtle($"{question.AskerName} asked on {PracticeTime.Text(question.AskedAt)}");
        yield return new AdaptiveContainer
        {
            Style = "emphasis",
            Items = [new AdaptiveTextBlock($"“{question.Text}”") { Weight = "Bolder" }],
        };
        if (question.Line is { } line)
        {
            yield return new AdaptiveTextBlock($"They add: {line}");
        }

        if (earlier is { Answer: { } before })
        {
            yield return new AdaptiveTextBlock(
                $"{earlier.AnsweredBy} answered on {PracticeTime.Text(earlier.AnsweredAt!.Value)}. That did not answer it:"
            );
            yield return AdaptiveTextBlock.Subtle(Excerpt.Of(before, LongestEarlier));
            yield break;
        }

        var headings = string.Join("; ", offered.Select(section => section.Heading));
        yield return AdaptiveTextBlock.Subtle(
            question.WasAnswered && headings.Length > 0 ? $"I had quoted: {headings}. That did not help."
            : question.WasAnswered ? "I had given your earlier answer. That did not help."
            : headings.Length > 0 ? $"I found no answer in the policy. The nearest sections: {headings}."
            : "I found no answer in the policy."
        );
    }

    private static IEnumerable<AdaptiveElement> Answered(ManagerQuestion question, SavedAnswer? saved, DeliveryState? delivery) =>
        [
            new AdaptiveTextBlock($"{question.AnsweredBy} answered on {PracticeTime.Text(question.AnsweredAt!.Value)}")
            {
                Weight = "Bolder",
                Separator = true,
                Spacing = "Medium",
            },
            new AdaptiveTextBlock(question.Answer!),
            AdaptiveTextBlock.Subtle(
                delivery switch
                {
                    _ when question.TakenBackAt is not null => "The asker had it.",
                    DeliveryState.Sent => "The asker has it.",
                    DeliveryState.Held or DeliveryState.Stopped =>
                        "The asker cannot be reached: they have removed me, or left. I keep it for them.",
                    DeliveryState.GivenUp => "It could not be delivered. Type status to send it again.",
                    _ => "It is on its way to the asker.",
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
            null => question.GivenAs is null
                ? []
                : [AdaptiveTextBlock.Subtle("I do not give it to others any more: it was removed from answers.")],
            _ when saved.Text == question.Answer =>
            [
                AdaptiveTextBlock.Subtle("I give this answer from now on to whoever asks the same. Type answers to change it."),
            ],
            _ =>
            [
                AdaptiveTextBlock.Subtle(
                    $"{saved.By} corrected it on {PracticeTime.Text(saved.At)}. Whoever asks the same gets this now; type "
                        + "answers to change it:"
                ),
                new AdaptiveTextBlock(Excerpt.Of(saved.Text, LongestEarlier)),
            ],
        };

    private static AdaptiveAction[] Actions(ManagerQuestion question, bool isGivenAlways, Refusal? refusal, WrittenAnswer? typed) =>
        question switch
        {
            { Answer: not null } =>
            [
                .. isGivenAlways || question.Text.Length == 0
                    ? Array.Empty<AdaptiveAction>()
                    : [AdaptiveExecuteAction.Of("Give it from now on", ManagerQuestionVerbs.GiveAlways, $"{question.Id}")],
                question.TakenBackAt is null
                    ? AdaptiveExecuteAction.Of("Has it arrived?", ManagerQuestionVerbs.Question, $"{question.Id}")
                    : HelpCard.Button(),
            ],
            { TakenBackAt: not null } => [HelpCard.Button()],
            _ =>
            [
                AdaptiveExecuteAction.Of(
                    "Send the answer",
                    ManagerQuestionVerbs.Send,
                    $"{question.Id}",
                    AnswerTextInput.Kept(refusal, typed)
                ),
            ],
        };

    private static AdaptiveChoiceSetInput Always(WrittenAnswer? typed) =>
        new()
        {
            Id = ManagerQuestionVerbs.Always,
            Label = "Also give it to others who ask the same?",
            IsMultiSelect = true,
            Style = "expanded",
            Choices = [new("Let the bot give this answer from now on", "yes")],
            Value = typed?.GiveAlways == true ? "yes" : null,
        };
}
