using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>What practice managers are told without asking.</summary>
internal static class NoticeCards
{
    private const int MostNamed = 20;

    public static Activity Help(TrainingAttempt attempt)
    {
        var summary = $"{attempt.PersonName} could use some help with the training";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    TextBlock.Heading(summary),
                    new TextBlock(
                        $"They have tried {TrainingAnswers.FailsUntilHelp} times in a row without passing. A talk about the policy may be all it takes. They know that I have told you."
                    ),
                ],
                Actions = [ExecuteAction.Of("See their training", TrainingVerbs.Person, attempt.PersonId)],
            },
            summary
        );
    }

    public static Activity Back(StaffMember person)
    {
        var summary = $"{person.Name} has added me, and is set aside as having left";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    TextBlock.Heading(summary),
                    new TextBlock(
                        "I remind them of nothing, and ask them to read nothing. If they work here again, open their training and tap Bring back."
                    ),
                ],
                Actions = [ExecuteAction.Of("See their training", TrainingVerbs.Person, person.PersonId)],
            },
            summary
        );
    }

    public static Activity Overdue(IReadOnlyList<StatusLine> overdue, DateOnly today)
    {
        var summary = overdue.Count == 1 ? "Training overdue: 1 person" : $"Training overdue: {overdue.Count} people";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    TextBlock.Heading(summary),
                    .. overdue.Take(MostNamed).Select(line => new TextBlock($"{line.Person.Name}: {TrainingWords.Due(line.Next!, today)}")),
                    .. overdue.Count > MostNamed ? (CardElement[])[new TextBlock($"and {overdue.Count - MostNamed} more")] : [],
                    TextBlock.Subtle(
                        "I remind each of them weekly. Practice managers: type training status in your private chat with me for more."
                    ),
                ],
                Actions = [ExecuteAction.Of("What can I ask?", Bot.HelpCard.Verb)],
            },
            summary
        );
    }
}
