using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>A question in the practice manager's channel, answered in the card itself.</summary>
internal static class ManagerQuestionCard
{
    private const int LongestEarlier = 1000;

    /// <param name="question">As it is now.</param>
    /// <param name="offered">The sections that the bot had offered.</param>
    /// <param name="earlier">The question that was answered before, where the asker says that the answer did not answer it.</param>
    /// <param name="given">What the bot gives from now on because of this question, as it is now; null when it gives nothing.</param>
    /// <param name="delivery">How far the answer is on its way; null when that is not known.</param>
    /// <param name="refusal">Why what was just sent was not taken.</param>
    /// <param name="typed">What was sent, so that it is not lost.</param>
    public static Activity Message(
        ManagerQuestion question,
        IEnumerable<PolicySection> offered,
        ManagerQuestion? earlier,
        ManagerAnswer? given,
        DeliveryState? delivery,
        AnswerRefusal? refusal = null,
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
                    TextBlock.Heading(summary),
                    .. TextBlock.Warning(refusal?.Sentence),
                    .. question.TakenBackAt is null
                        ? Asked(question, offered, earlier)
                        :
                        [
                            new TextBlock(
                                question.Answer is null
                                    ? "The asker does not need an answer any more. Their words are erased."
                                    : "The asker has had their words erased."
                            ),
                        ],
                    .. question.Answer is null ? [] : Answered(question, given, delivery),
                    .. !question.IsOpen && typed is { Text.Length: > 0 }
                        ? (CardElement[])
                            [
                                new TextBlock("What you wrote") { Weight = "Bolder", Separator = true },
                                new TextBlock(AnswerInput.Shown(typed.Text)),
                            ]
                        : [],
                    .. question.IsOpen
                        ? (CardElement[])
                            [
                                AnswerInput.Of(typed),
                                TextBlock.Subtle($"Please answer in this box: a reply in the thread does not reach {question.AskerName}."),
                                Always(typed),
                            ]
                        : [],
                ],
                Actions = Actions(question, given is not null, refusal, typed),
            },
            summary
        );
    }

    private static IEnumerable<CardElement> Asked(ManagerQuestion question, IEnumerable<PolicySection> offered, ManagerQuestion? earlier)
    {
        yield return TextBlock.Subtle($"{question.AskerName} asked on {PracticeTime.Text(question.AskedAt)}");
        yield return new Container { Style = "emphasis", Items = [new TextBlock($"“{question.Text}”") { Weight = "Bolder" }] };
        if (question.Line is { } line)
        {
            yield return new TextBlock($"They add: {line}");
        }

        if (earlier is { Answer: { } before })
        {
            yield return new TextBlock(
                $"{earlier.AnsweredBy} answered on {PracticeTime.Text(earlier.AnsweredAt!.Value)}. That did not answer it:"
            );
            yield return TextBlock.Subtle(Excerpt.Of(before, LongestEarlier));
            yield break;
        }

        var headings = string.Join("; ", offered.Select(section => section.Heading));
        yield return TextBlock.Subtle(
            question.WasAnswered && headings.Length > 0 ? $"I had quoted: {headings}. That did not help."
            : question.WasAnswered ? "I had given your earlier answer. That did not help."
            : headings.Length > 0 ? $"I found no answer in the policy. The nearest sections: {headings}."
            : "I found no answer in the policy."
        );
    }

    private static IEnumerable<CardElement> Answered(ManagerQuestion question, ManagerAnswer? given, DeliveryState? delivery) =>
        [
            new TextBlock($"{question.AnsweredBy} answered on {PracticeTime.Text(question.AnsweredAt!.Value)}")
            {
                Weight = "Bolder",
                Separator = true,
                Spacing = "Medium",
            },
            new TextBlock(question.Answer!),
            TextBlock.Subtle(
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
            .. GivenNow(question, given),
        ];

    /// <summary>What others get now: the words above, others since they were corrected, or nothing any more.</summary>
    private static CardElement[] GivenNow(ManagerQuestion question, ManagerAnswer? given) =>
        given switch
        {
            null => question.GivenAs is null ? [] : [TextBlock.Subtle("I do not give it to others any more: it was removed from answers.")],
            _ when given.Text == question.Answer =>
            [
                TextBlock.Subtle("I give this answer from now on to whoever asks the same. Type answers to change it."),
            ],
            _ =>
            [
                TextBlock.Subtle(
                    $"{given.By} corrected it on {PracticeTime.Text(given.At)}. Whoever asks the same gets this now; type answers to change it:"
                ),
                new TextBlock(Excerpt.Of(given.Text, LongestEarlier)),
            ],
        };

    private static CardAction[] Actions(ManagerQuestion question, bool isGivenAlways, AnswerRefusal? refusal, WrittenAnswer? typed) =>
        question switch
        {
            { Answer: not null } =>
            [
                .. isGivenAlways || question.Text.Length == 0
                    ? Array.Empty<CardAction>()
                    : [ExecuteAction.Of("Give it from now on", AnswerVerbs.GiveAlways, $"{question.Id}")],
                question.TakenBackAt is null
                    ? ExecuteAction.Of("Has it arrived?", AnswerVerbs.Question, $"{question.Id}")
                    : HelpCard.Button(),
            ],
            { TakenBackAt: not null } => [HelpCard.Button()],
            _ => [ExecuteAction.Of("Send the answer", AnswerVerbs.Send, $"{question.Id}", AnswerInput.Kept(refusal, typed))],
        };

    private static ChoiceInput Always(WrittenAnswer? typed) =>
        new()
        {
            Id = AnswerVerbs.Always,
            Label = "Also give it to others who ask the same?",
            IsMultiSelect = true,
            Style = "expanded",
            Choices = [new("Let the bot give this answer from now on", "yes")],
            Value = typed?.GiveAlways == true ? "yes" : null,
        };
}
