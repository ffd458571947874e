using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Makes the card at the end of an attempt: the score, the clause to read for each wrong answer, and what comes next.
/// </summary>
internal static class TrainingResultCard
{
    public static TeamsActivity Message(TrainingModule module, TrainingAttempt attempt, TrainingView view, string? banner = null)
    {
        var passed = attempt.State == AttemptState.Passed;
        var score = $"{attempt.Right} of {attempt.Count} right ({attempt.Percent} %)";
        var title = passed ? $"You passed: {score}" : $"Not passed this time: {score}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(title),
                    AdaptiveTextBlock.Subtle(TrainingWords.PassMark(attempt)),
                    .. passed ? Passed(view) : Failed(attempt, view),
                    .. Wrong(module, attempt),
                ],
                Actions = passed
                    ? [AdaptiveExecuteAction.Of("Certificate", TrainingVerbs.Certificate, $"{attempt.Id:N}"), TrainingVerbs.MineButton()]
                    : [AdaptiveExecuteAction.Of("Try again with new scenarios", TrainingVerbs.Begin), TrainingVerbs.MineButton()],
            },
            title
        );
    }

    private static IEnumerable<AdaptiveElement> Passed(TrainingView view)
    {
        yield return new AdaptiveTextBlock("Well done. It is on your record.");
        if (view.Open.FirstOrDefault(open => open.Kind == AssignmentKind.Refresher) is { } refresher)
        {
            yield return new AdaptiveTextBlock($"Your refresher is due on {PracticeTime.Text(refresher.DueOn)}. I will remind you.");
        }
    }

    private static IEnumerable<AdaptiveElement> Failed(TrainingAttempt attempt, TrainingView view)
    {
        yield return new AdaptiveTextBlock("No harm done. Read the clauses below, and try again when it suits you. You get new scenarios.");
        var fails = view
            .Finished.Where(finished => finished.Number <= attempt.Number)
            .TakeWhile(finished => finished.State == AttemptState.Failed)
            .Count();
        if (fails > 0 && fails % RecordTrainingAnswer.FailsUntilHelp == 0)
        {
            yield return new AdaptiveTextBlock(
                "I have told the practice manager that you could use some help with it. That is all it is: an offer of help."
            );
        }
    }

    private static IEnumerable<AdaptiveElement> Wrong(TrainingModule module, TrainingAttempt attempt)
    {
        var wrong = attempt
            .Answers.Where(answer => !answer.IsRight)
            .Select(answer => module.Find(attempt.Questions[answer.Number - 1].ScenarioId))
            .OfType<Scenario>()
            .DistinctBy(scenario => scenario.Clause)
            .ToList();
        if (wrong.Count > 0)
        {
            yield return new AdaptiveTextBlock("To read again")
            {
                Weight = "Bolder",
                Separator = true,
                Spacing = "Medium",
            };
        }

        foreach (var scenario in wrong)
        {
            yield return ScenarioFeedbackCard.Clause(scenario);
        }
    }
}
