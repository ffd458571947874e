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
                    Words(scenario.Text),
                    new AdaptiveTextBlock("Which answer is right?") { Weight = "Bolder", Spacing = "Medium" },
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
                    AdaptiveTextBlock.Subtle("Tap an answer or type its letter."),
                ],
                Actions = [AdaptiveExecuteAction.Of("Save and finish later", TrainingVerbs.Stop)],
            },
            summary
        );
    }

    /// <summary>Shows words that a practice manager may have written, so that no client reads Markdown in them.</summary>
    public static AdaptiveElement Words(string words) =>
        CardText.IsPlain(words) ? new AdaptiveTextBlock(words) : new AdaptiveRichTextBlock(words);
}

/// <summary>Makes the card after an answer: right or wrong, the clause word for word under its heading, and why.</summary>
internal static class ScenarioFeedbackCard
{
    public static TeamsActivity Message(TrainingModule module, TrainingAttempt attempt, int number, string? banner = null)
    {
        var answer = attempt.Answers[number - 1];
        var question = attempt.Questions[number - 1];
        var scenario = module.Find(question.ScenarioId)!;
        var verdict = answer.IsRight ? "Correct" : "Not quite";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = verdict,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(verdict),
                    AdaptiveTextBlock.Subtle($"Question {number} of {attempt.Count}"),
                    ScenarioCard.Words(scenario.Text),
                    new AdaptiveRichTextBlock($"You chose {Option(question, scenario, answer.Option)}"),
                    .. answer.IsRight
                        ? (AdaptiveElement[])[]
                        :
                        [
                            new AdaptiveRichTextBlock($"The right answer is {Option(question, scenario, scenario.Answer)}")
                            {
                                Weight = "Bolder",
                            },
                        ],
                    AdaptiveRichTextBlock.Subtle($"From the {module.Policy.ShownVersion}:"),
                    Clause(scenario),
                    ScenarioCard.Words(scenario.Why),
                ],
                Actions =
                [
                    AdaptiveExecuteAction
                        .Of(
                            number < attempt.Count ? "Next question" : "See your result",
                            TrainingVerbs.Next,
                            TrainingVerbs.Id(attempt, number)
                        )
                        .Positive(),
                    new AdaptiveOpenUrlAction { Title = "Open the policy", Url = scenario.Address },
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
            Items = [new AdaptiveRichTextBlock(scenario.Section) { Weight = "Bolder" }, new AdaptiveRichTextBlock(scenario.Clause)],
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
