using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>One person's training for a practice manager, with what can be done about it.</summary>
internal static class TraineeCard
{
    public static TeamsActivity Message(TrainingStatusLine line, DateOnly today, string? banner = null)
    {
        var person = line.Person;
        var isAside = person.SetAsideAt is not null;
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = person.Name,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(person.Name),
                    new AdaptiveFactSet
                    {
                        Facts =
                        [
                            new("Training", isAside ? "Set aside" : TrainingStandingNames.Of(line.Standing)),
                            new("Role", TrainingWords.Of(person.Role)),
                            new(
                                "Next",
                                line.Next is { } next ? $"{TrainingWords.Of(next)}, {TrainingWords.Due(next, today)}" : "Nothing assigned"
                            ),
                            new("Last passed", line.PassedOn is { } day ? PracticeTime.Text(day) : "Not yet"),
                        ],
                    },
                ],
                Actions =
                [
                    .. isAside
                        ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Bring back", TrainingVerbs.BringBack, person.PersonId)]
                        :
                        [
                            AdaptiveExecuteAction.Of("Remind", TrainingVerbs.Remind, person.PersonId),
                            AdaptiveExecuteAction.Of("Assign", TrainingVerbs.AssignForm, person.PersonId),
                            AdaptiveExecuteAction.Of("Set aside: has left", TrainingVerbs.SetAside, person.PersonId),
                        ],
                    AdaptiveExecuteAction.Of("Back to the status", TrainingVerbs.Page, "1"),
                ],
            },
            $"Training of {person.Name}"
        );
    }

    /// <summary>Why and until when somebody is to do the training.</summary>
    /// <param name="line">Whose.</param>
    /// <param name="formId">The form's own id: sent twice, it assigns once.</param>
    /// <param name="today">The earliest day.</param>
    /// <param name="reason">What was written before.</param>
    /// <param name="due">What was chosen before.</param>
    /// <param name="error">What to put right.</param>
    public static TeamsActivity AssignForm(
        TrainingStatusLine line,
        Guid formId,
        DateOnly today,
        string? reason = null,
        string? due = null,
        string? error = null
    ) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = $"Assign training to {line.Person.Name}",
                Body =
                [
                    AdaptiveTextBlock.Heading($"Assign training to {line.Person.Name}"),
                    .. AdaptiveTextBlock.Warning(error),
                    new AdaptiveTextInput
                    {
                        Id = TrainingVerbs.Reason,
                        Label = "Why? The person reads this.",
                        MaxLength = TrainingAssignment.LongestReason,
                        IsRequired = true,
                        ErrorMessage = TrainingRefusals.ReasonMissing.Sentence,
                        Value = reason ?? "Personal Development Review",
                    },
                    new AdaptiveDateInput
                    {
                        Id = TrainingVerbs.DueOn,
                        Label = "Due on",
                        IsRequired = true,
                        ErrorMessage = TrainingRefusals.DateWrong.Sentence,
                        Min = $"{today:yyyy-MM-dd}",
                        Value = due ?? $"{today.AddDays(28):yyyy-MM-dd}",
                    },
                    AdaptiveTextBlock.Subtle(
                        "The policy says that training requirements are identified within an individual's Personal Development Reviews."
                    ),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of(
                        "Assign",
                        TrainingVerbs.Assign,
                        line.Person.PersonId,
                        new Dictionary<string, string>(StringComparer.Ordinal) { [TrainingVerbs.Form] = $"{formId:N}" }
                    ),
                    AdaptiveExecuteAction.Of("Back", TrainingVerbs.Person, line.Person.PersonId, leavesForm: true),
                ],
            },
            $"Assign training to {line.Person.Name}"
        );
}
