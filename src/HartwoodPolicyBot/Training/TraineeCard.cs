using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>Makes the card of one person's training for a practice manager, with what they can do about it.</summary>
internal static class TraineeCard
{
    public static TeamsActivity Message(TrainingStatusLine line, DateOnly today, string? banner = null)
    {
        var person = line.Person;
        var hasLeft = person.SetAsideAt is not null;
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = person.Name,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(person.Name),
                    AdaptiveRichTextBlock.Labelled("Training", hasLeft ? "Left" : TrainingStateWords.Of(line.State)),
                    AdaptiveRichTextBlock.Labelled("Role", TrainingWords.Of(person.Role), "Small"),
                    AdaptiveRichTextBlock.Labelled(
                        "Next due",
                        line.Next is { } next ? $"{TrainingWords.Of(next)}, {TrainingWords.Due(next, today)}" : "Nothing due",
                        "Small"
                    ),
                    AdaptiveRichTextBlock.Labelled("Last passed", line.PassedOn is { } day ? PracticeTime.Text(day) : "Never", "Small"),
                    AdaptiveContainer.Row(AdaptiveExecuteAction.Of("Go back to list", TrainingVerbs.Page, "1")),
                ],
                Actions =
                [
                    .. hasLeft
                        ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Bring back", TrainingVerbs.BringBack, person.PersonId)]
                        :
                        [
                            AdaptiveExecuteAction.Of("Send reminder", TrainingVerbs.Remind, person.PersonId),
                            AdaptiveExecuteAction.Of("Assign training", TrainingVerbs.AssignForm, person.PersonId),
                            AdaptiveExecuteAction.Of("Mark as left", TrainingVerbs.SetAside, person.PersonId),
                        ],
                ],
            },
            $"{person.Name}: training"
        );
    }

    /// <summary>Makes the form that asks why somebody should do the training and by when.</summary>
    /// <param name="line">The person whose training it is.</param>
    /// <param name="formId">The form's id. Sending the same form twice assigns the training once.</param>
    /// <param name="today">Today's date in London; no earlier day can be chosen.</param>
    /// <param name="reason">The reason that was typed before.</param>
    /// <param name="due">The day that was chosen before.</param>
    /// <param name="error">What must be corrected; null for nothing.</param>
    public static TeamsActivity AssignForm(
        TrainingStatusLine line,
        Guid formId,
        DateOnly today,
        string? reason = null,
        DateOnly? due = null,
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
                        Label = "Reason (they'll see this)",
                        MaxLength = TrainingAssignment.LongestReason,
                        IsRequired = true,
                        ErrorMessage = TrainingRefusals.ReasonMissing.Sentence,
                        Value = reason ?? "Personal Development Review",
                    },
                    new AdaptiveDateInput
                    {
                        Id = TrainingVerbs.DueOn,
                        Label = "Due date",
                        IsRequired = true,
                        ErrorMessage = TrainingRefusals.DateWrong.Sentence,
                        Min = FormDay.Text(today),
                        Value = FormDay.Text(due ?? today.AddDays(28)),
                    },
                ],
                Actions =
                [
                    AdaptiveExecuteAction
                        .Of(
                            "Assign training",
                            TrainingVerbs.Assign,
                            line.Person.PersonId,
                            new Dictionary<string, string>(StringComparer.Ordinal) { [TrainingVerbs.Form] = $"{formId:N}" }
                        )
                        .Positive(),
                    AdaptiveExecuteAction.Of("Cancel", TrainingVerbs.Person, line.Person.PersonId, leavesForm: true),
                ],
            },
            $"Assign training to {line.Person.Name}"
        );
}
