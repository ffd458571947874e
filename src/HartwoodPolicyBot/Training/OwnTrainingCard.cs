using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Makes the card of a person's own training: what is due, what is done and on which version, and when the refresher is due.
/// </summary>
internal static class OwnTrainingCard
{
    private const int MostShown = 5;

    public static TeamsActivity Message(TrainingView view, DateOnly today, string? banner = null)
    {
        var due = view.Open.Where(open => open.IsDueBy(today)).ToList();
        var later = view.Open.Except(due).ToList();
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Your training",
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Your training"),
                    .. view.Running is { } running
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock(
                                    $"You're part-way through: {TrainingWords.Progress(running.Answers.Count, running.Count)}."
                                ),
                            ]
                        : [],
                    .. Open("Due", due, today, "Nothing due."),
                    .. later.Count == 0 ? [] : Open("Next", later, today, ""),
                    new AdaptiveTextBlock("Results") { Weight = "Bolder", Spacing = "Medium" },
                    .. view.Finished.Count == 0
                        ? (IEnumerable<AdaptiveElement>)[new AdaptiveTextBlock("None yet.")]
                        : view.Finished.Take(MostShown).Select(Line),
                    .. view.Finished.Count > MostShown ? [InMyData("See the rest in my data")] : Array.Empty<AdaptiveElement>(),
                    AdaptiveTextBlock.Subtle($"Your role: {TrainingWords.Of(view.Role)}"),
                ],
                Actions =
                [
                    view.Running is null ? TrainingVerbs.StartButton() : TrainingVerbs.ContinueButton(),
                    .. view.LastPass is { } pass
                        ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Get certificate", TrainingVerbs.Certificate, $"{pass.Id:N}")]
                        : [],
                    AdaptiveExecuteAction.Of("Change my role", TrainingVerbs.AskRole),
                ],
            },
            "Your training"
        );
    }

    private static IEnumerable<AdaptiveElement> Open(string heading, List<TrainingAssignment> open, DateOnly today, string nothing)
    {
        yield return new AdaptiveTextBlock(heading) { Weight = "Bolder", Spacing = "Medium" };
        foreach (
            var line in open.Take(MostShown)
                .Select(one => $"{TrainingWords.Of(one)}: {TrainingWords.Due(one, today)}.")
                .DefaultIfEmpty(nothing)
        )
        {
            yield return new AdaptiveRichTextBlock(line);
        }

        if (open.Count > MostShown)
        {
            yield return InMyData($"See {open.Count - MostShown} more in my data");
        }
    }

    private static AdaptiveContainer InMyData(string title) => AdaptiveContainer.Row(BotVerbs.CommandButton(title, "my data"));

    private static AdaptiveTextBlock Line(TrainingAttempt attempt) =>
        new(
            $"{PracticeTime.Text(PracticeTime.DateOf(attempt.FinishedAt!.Value))}: "
                + $"{(attempt.State == AttemptState.Passed ? "passed" : "not passed")}, "
                + $"{attempt.Right} out of {attempt.Count}."
        );
}
