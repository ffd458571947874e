using AdaptiveCards;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>Makes the messages about training that practice managers get without asking.</summary>
internal static class TrainingNoticeCards
{
    private const int MostNamed = 20;

    public static TeamsActivity Help(TrainingAttempt attempt)
    {
        var summary = $"{attempt.PersonName} may need some help with their training";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(summary),
                    new AdaptiveTextBlock(
                        $"They've tried {RecordTrainingAnswer.FailsUntilHelp} times in a row without passing. A quick chat about "
                            + "the policy may be all they need. They know I've told you."
                    ),
                ],
                Actions = [AdaptiveExecuteAction.Of("See training", TrainingVerbs.Person, attempt.PersonId)],
            },
            summary
        );
    }

    public static TeamsActivity Back(StaffMember person)
    {
        var summary = $"{person.Name} has added me again, but is marked as having left";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(summary),
                    new AdaptiveTextBlock(
                        "I won't send them reminders or ask them to read policies. If they work here again, open their training "
                            + "and tap Bring back."
                    ),
                ],
                Actions = [AdaptiveExecuteAction.Of("See training", TrainingVerbs.Person, person.PersonId)],
            },
            summary
        );
    }

    public static TeamsActivity Overdue(IReadOnlyList<TrainingStatusLine> overdue, DateOnly today)
    {
        var summary = overdue.Count == 1 ? "1 person has overdue training" : $"{overdue.Count} people have overdue training";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(summary),
                    .. overdue
                        .Take(MostNamed)
                        .Select(line => new AdaptiveRichTextBlock($"{line.Person.Name}: {TrainingWords.Due(line.Next!, today)}")),
                    .. overdue.Count > MostNamed ? (AdaptiveElement[])[new AdaptiveTextBlock($"And {overdue.Count - MostNamed} more")] : [],
                    AdaptiveTextBlock.Subtle("I'll remind them every week. Practice managers can see more in our private chat."),
                ],
                Actions = [BotVerbs.CommandButton("See training status", "training status")],
            },
            summary
        );
    }
}
