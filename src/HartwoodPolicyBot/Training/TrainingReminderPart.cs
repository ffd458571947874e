using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Makes the part of the daily reminder about a person's training: why, how long it takes, by when, and how to stop the
/// reminders.
/// </summary>
internal sealed class TrainingReminderPart(TrainingStatus status, TrainingModule module, StaffOptions staff) : IDailyReminderPart
{
    private const int MostShown = 5;

    public async Task<DailyReminderPart?> ForAsync(PersonId personId, CancellationToken cancellationToken) =>
        module.IsOffered && await status.ToldTodayAsync(personId, cancellationToken) is { Count: > 0 } open
            ? Part(open, status.Today, staff.ActsAsManager(personId) && !staff.IsDeputy(personId))
            : null;

    /// <param name="open">The training that is due, most urgent first.</param>
    /// <param name="today">The day of the reminder.</param>
    /// <param name="isManager">True for a practice manager, who has nobody to tell.</param>
    public static DailyReminderPart Part(IReadOnlyList<TrainingAssignment> open, DateOnly today, bool isManager = false) =>
        new(
            "Your training",
            $"{TrainingWords.Of(open[0])}: {TrainingWords.Due(open[0], today)}",
            [
                .. open.Take(MostShown)
                    .Select(assignment => new AdaptiveRichTextBlock(
                        $"{TrainingWords.Of(assignment)}: {TrainingWords.Due(assignment, today)}."
                    )),
                .. open.Count > MostShown
                    ? [AdaptiveTextBlock.Subtle($"And {open.Count - MostShown} more. Tap See my training.")]
                    : Array.Empty<AdaptiveElement>(),
                new AdaptiveTextBlock(
                    $"The policy asks for training at induction and at regular intervals. It takes {TrainingWords.HowLong}, "
                        + "and you can stop part-way."
                ),
                AdaptiveTextBlock.Subtle(
                    isManager
                        ? "Reminders stop once you've passed."
                        : "Reminders stop once you've passed. If this isn't meant for you, tell the practice manager."
                ),
            ],
            [TrainingVerbs.StartButton(), TrainingVerbs.MineButton()]
        );
}
