using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Makes the card at the end of an attempt: the score, a row for each section to read again, and what comes next.
/// </summary>
internal static class TrainingResultCard
{
    public static TeamsActivity Message(TrainingModule module, TrainingAttempt attempt, TrainingView view, string? banner = null)
    {
        var passed = attempt.State == AttemptState.Passed;
        var score = $"{attempt.Right} out of {attempt.Count}";
        var title = passed ? $"Well done, you've passed: {score}" : $"Not this time: {score}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(title),
                    AdaptiveTextBlock.Subtle(TrainingWords.PassMark(attempt.PassPercent)),
                    .. passed ? Passed(view) : Failed(attempt, view),
                    .. Wrong(module, attempt),
                ],
                Actions = passed
                    ?
                    [
                        AdaptiveExecuteAction.Of("Get certificate", TrainingVerbs.Certificate, $"{attempt.Id:N}").Positive(),
                        TrainingVerbs.MineButton(),
                    ]
                    : [AdaptiveExecuteAction.Of("Try again", TrainingVerbs.Begin).Positive(), TrainingVerbs.MineButton()],
            },
            title
        );
    }

    private static IEnumerable<AdaptiveElement> Passed(TrainingView view)
    {
        yield return new AdaptiveTextBlock("I've added it to your record.");
        if (view.Open.FirstOrDefault(open => open.Kind == AssignmentKind.Refresher) is { } refresher)
        {
            yield return new AdaptiveTextBlock($"Your refresher is due on {PracticeTime.Text(refresher.DueOn)}. I'll remind you.");
        }
    }

    private static IEnumerable<AdaptiveElement> Failed(TrainingAttempt attempt, TrainingView view)
    {
        yield return new AdaptiveTextBlock(
            "Don't worry. Look at these parts of the policy and try again when you're ready. You'll get different scenarios."
        );
        var fails = view
            .Finished.Where(finished => finished.Number <= attempt.Number)
            .TakeWhile(finished => finished.State == AttemptState.Failed)
            .Count();
        if (fails > 0 && fails % RecordTrainingAnswer.FailsUntilHelp == 0)
        {
            yield return new AdaptiveTextBlock("I've let the practice manager know, so that they can offer some help.");
        }
    }

    private static IEnumerable<AdaptiveElement> Wrong(TrainingModule module, TrainingAttempt attempt)
    {
        var wrong = attempt
            .Answers.Where(answer => !answer.IsRight)
            .Select(answer => module.Find(attempt.Questions[answer.Number - 1].ScenarioId))
            .OfType<Scenario>()
            .DistinctBy(scenario => scenario.SectionId)
            .Select(scenario => PolicyVerbs.SectionRow(scenario.SectionId, scenario.Section))
            .ToList();
        if (wrong.Count > 0)
        {
            yield return new AdaptiveTextBlock("Worth another look")
            {
                Weight = "Bolder",
                Separator = true,
                Spacing = "Medium",
            };
        }

        foreach (var section in wrong)
        {
            yield return section;
        }
    }
}
