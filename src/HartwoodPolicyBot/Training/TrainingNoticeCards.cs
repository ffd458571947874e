using AdaptiveCards;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Training;

/// <summary>Makes the messages about training that practice managers get without asking.</summary>
internal static class TrainingNoticeCards
{
    private const int MostNamed = 20;

    public static TeamsActivity Help(TrainingAttempt attempt)
    {
        var summary = $"{attempt.PersonName} could use some help with the training";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(summary),
                    new AdaptiveTextBlock(
                        $"They have tried {RecordTrainingAnswer.FailsUntilHelp} times in a row without passing. A talk about "
                            + "the policy may be all it takes. They know that I have told you."
                    ),
                ],
                Actions = [AdaptiveExecuteAction.Of("See their training", TrainingVerbs.Person, attempt.PersonId)],
            },
            summary
        );
    }

    public static TeamsActivity Back(StaffMember person)
    {
        var summary = $"{person.Name} has added me, and is set aside as having left";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(summary),
                    new AdaptiveTextBlock(
                        "I remind them of nothing, and ask them to read nothing. If they work here again, open their training "
                            + "and tap Bring back."
                    ),
                ],
                Actions = [AdaptiveExecuteAction.Of("See their training", TrainingVerbs.Person, person.PersonId)],
            },
            summary
        );
    }

    public static TeamsActivity Overdue(IReadOnlyList<TrainingStatusLine> overdue, DateOnly today)
    {
        var summary = overdue.Count == 1 ? "Training overdue: 1 person" : $"Training overdue: {overdue.Count} people";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(summary),
                    .. overdue
                        .Take(MostNamed)
                        .Select(line => new AdaptiveTextBlock($"{line.Person.Name}: {TrainingWords.Due(line.Next!, today)}")),
                    .. overdue.Count > MostNamed ? (AdaptiveElement[])[new AdaptiveTextBlock($"and {overdue.Count - MostNamed} more")] : [],
                    AdaptiveTextBlock.Subtle(
                        "I remind each of them weekly. Practice managers: type training status in your private chat with me for more."
                    ),
                ],
                Actions = [AdaptiveExecuteAction.Of("What can I ask?", HelpCard.Verb)],
            },
            summary
        );
    }
}
