using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>Makes the card of one scenario with its options. Nothing on it reveals the right one.</summary>
internal static class ScenarioCard
{
    public static TeamsActivity Message(TrainingModule module, TrainingAttempt attempt, string? banner = null)
    {
        var number = attempt.Answers.Count + 1;
        var question = attempt.Questions[number - 1];
        var scenario = module.Find(question.ScenarioId)!;
        var summary = $"Question {number} of {attempt.Count}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = $"{summary}: {scenario.Text}",
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(summary),
                    AdaptiveTextBlock.Subtle(TrainingWords.Bar(attempt.Answers.Count, attempt.Count)),
                    new AdaptiveTextBlock(scenario.Text),
                    new AdaptiveTextBlock("What is right?") { Weight = "Bolder", Spacing = "Medium" },
                    .. question.Order.Select(
                        (option, place) =>
                            AdaptiveContainer.Row(
                                AdaptiveExecuteAction.Of(
                                    $"{TrainingWords.Letter(place)}. {scenario.Options[option]}",
                                    TrainingVerbs.Answer,
                                    $"{TrainingVerbs.Id(attempt, number)}.{place}"
                                )
                            )
                    ),
                    AdaptiveTextBlock.Subtle("Tap an answer, or type its letter."),
                ],
                Actions = [AdaptiveExecuteAction.Of("Stop for now", TrainingVerbs.Stop)],
            },
            summary
        );
    }
}

/// <summary>Makes the card after an answer: right or wrong, the clause word for word under its heading, and why.</summary>
internal static class ScenarioFeedbackCard
{
    public static TeamsActivity Message(TrainingModule module, TrainingAttempt attempt, int number, string? banner = null)
    {
        var answer = attempt.Answers[number - 1];
        var question = attempt.Questions[number - 1];
        var scenario = module.Find(question.ScenarioId)!;
        var verdict = answer.IsRight ? "That is right" : "Not quite";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = verdict,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(verdict),
                    AdaptiveTextBlock.Subtle(
                        $"Question {number} of {attempt.Count}. {TrainingWords.Bar(attempt.Answers.Count, attempt.Count)}"
                    ),
                    new AdaptiveTextBlock(scenario.Text),
                    new AdaptiveTextBlock($"You chose {Option(question, scenario, answer.Option)}"),
                    .. answer.IsRight
                        ? (AdaptiveElement[])[]
                        : [new AdaptiveTextBlock($"Right is {Option(question, scenario, scenario.Answer)}") { Weight = "Bolder" }],
                    Clause(scenario),
                    new AdaptiveTextBlock(scenario.Why),
                    AdaptiveTextBlock.Subtle($"Quoted from: {module.Policy.ShownVersion}"),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of(
                        number < attempt.Count ? "Next question" : "See your result",
                        TrainingVerbs.Next,
                        TrainingVerbs.Id(attempt, number)
                    ),
                    new AdaptiveOpenUrlAction { Title = "Read it in the policy (in your browser)", Url = scenario.Address },
                ],
            },
            $"{verdict}: {scenario.Section}",
            [Cited(scenario)]
        );
    }

    public static AdaptiveContainer Clause(Scenario scenario) =>
        new()
        {
            Style = "emphasis",
            Items = [new AdaptiveTextBlock(scenario.Section) { Weight = "Bolder" }, new AdaptiveTextBlock(scenario.Clause)],
        };

    private static string Option(DrawnScenario question, Scenario scenario, int option) =>
        $"{TrainingWords.Letter(question.Order.ToList().IndexOf(option))}: {scenario.Options[option]}.";

    private static CitedDocument Cited(Scenario scenario) =>
        new()
        {
            Name = scenario.Section,
            Abstract = Excerpt.Of(scenario.Clause, CitedDocument.LongestAbstract),
            Url = scenario.Address.AbsoluteUri,
        };
}
