using AdaptiveCards;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training.Scenarios;

/// <summary>Makes the card of one scenario for practice managers, with the right answer and how often it was chosen.</summary>
internal static class OneScenarioCard
{
    public static TeamsActivity Message(ListedScenario scenario, AnswerCount? count, string? banner = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = scenario.Text,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Training scenario"),
                    .. StateOf(scenario),
                    .. Question(scenario.Text, scenario.Options, scenario.Answer, scenario.Why),
                    AdaptiveRichTextBlock.SetOff(scenario.Heading, scenario.Clause ?? scenario.Quote),
                    AdaptiveRichTextBlock.Labelled("For", ScenarioWords.Audience(scenario.Audience)),
                    AdaptiveRichTextBlock.Labelled("So far", ScenarioWords.Answered(count), "Small"),
                    AdaptiveRichTextBlock.Labelled("Last changed by", scenario.ChangedBy ?? "no one: it came with me", "Small"),
                    AdaptiveContainer.Row(AdaptiveExecuteAction.Of("Go back to list", ScenarioVerbs.List, "1")),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Change scenario", ScenarioVerbs.Change, ScenarioVerbs.IdOf(scenario)),
                    scenario.IsSetAside
                        ? AdaptiveExecuteAction.Of("Use scenario again", ScenarioVerbs.Use, ScenarioVerbs.IdOf(scenario))
                        : AdaptiveExecuteAction.Of("Stop using scenario", ScenarioVerbs.SetAside, ScenarioVerbs.IdOf(scenario)),
                ],
            },
            "Training scenario"
        );

    /// <summary>Shows what happens, the answers with the right one marked in words, and the reason.</summary>
    public static IEnumerable<AdaptiveElement> Question(string text, IReadOnlyList<string> options, int answer, string why) =>
        [
            new AdaptiveRichTextBlock(text),
            .. options.Select(
                (option, place) =>
                    new AdaptiveRichTextBlock($"{TrainingWords.Letter(place)}. {option}{(place == answer ? " (right)" : "")}")
                    {
                        Spacing = "Small",
                        Weight = place == answer ? "Bolder" : null,
                    }
            ),
            new AdaptiveRichTextBlock(why),
        ];

    private static IEnumerable<AdaptiveElement> StateOf(ListedScenario scenario) =>
        scenario.IsSetAside ? AdaptiveTextBlock.Warning("It's not in use, so no new training asks it.")
        : scenario.DoesNotFit is { } why ? AdaptiveTextBlock.Warning($"{why} I won't ask it until you change it.")
        : [];
}
