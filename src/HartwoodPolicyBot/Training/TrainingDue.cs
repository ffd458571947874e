using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>What the message of the day says about one's own training: why, how long, until when, and how it stops.</summary>
internal sealed class TrainingDue(TrainingOffice office, TrainingModule module) : IDuePart
{
    public async Task<DuePart?> ForAsync(string personId, CancellationToken cancellationToken) =>
        module.IsOffered && await office.ToldTodayAsync(personId, cancellationToken) is { Count: > 0 } open
            ? Part(open, office.Today)
            : null;

    public static DuePart Part(IReadOnlyList<TrainingAssignment> open, DateOnly today) =>
        new(
            "Your training",
            $"{TrainingWords.Of(open[0])}: {TrainingWords.Due(open[0], today)}",
            [
                .. open.Select(assignment => new TextBlock($"{TrainingWords.Of(assignment)}: {TrainingWords.Due(assignment, today)}.")),
                new TextBlock(
                    $"The policy asks for it at induction and at regular intervals. It takes {TrainingWords.HowLong}, and you can stop in between."
                ),
                TextBlock.Subtle(
                    "These reminders end when you have passed. If you think that you got this by mistake, tell the practice manager."
                ),
            ],
            [TrainingVerbs.StartButton(), TrainingVerbs.MineButton()]
        );
}
