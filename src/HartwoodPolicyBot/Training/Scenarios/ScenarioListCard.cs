using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training.Scenarios;

/// <summary>
/// Makes the card that lists the training scenarios: those that need mending first, then those that most people get wrong.
/// </summary>
internal static class ScenarioListCard
{
    private const int PageSize = 8;
    private const int LongestRow = 110;
    private const int LongestWords = 100;

    /// <param name="scenarios">All scenarios, or those that were found.</param>
    /// <param name="counts">How often each was answered right.</param>
    /// <param name="page">The page to show, from 1.</param>
    /// <param name="words">The words that were searched for; null for all.</param>
    /// <param name="banner">What was just done, or why it was not; null for nothing.</param>
    public static TeamsActivity Message(
        IReadOnlyList<ListedScenario> scenarios,
        IReadOnlyDictionary<string, AnswerCount> counts,
        int page,
        string? words,
        string? banner = null
    )
    {
        var shown = Sorted(scenarios, counts).PageOf(PageSize, page);
        var summary = (scenarios.Count, words) switch
        {
            (0, null) => "No scenarios",
            (0, _) => "No matches",
            _ => CountWords.Of(scenarios.Count, "scenario"),
        };
        return Card(
            "Training scenarios",
            [
                .. AdaptiveTextBlock.Banner(banner),
                AdaptiveTextBlock.Heading("Training scenarios"),
                new AdaptiveTextBlock($"{summary}. {shown.Place()}Those that need your attention come first."),
                new AdaptiveTextInput
                {
                    Id = ScenarioVerbs.Words,
                    Label = "Search",
                    MaxLength = LongestWords,
                    Value = words,
                },
                .. shown.Items.Select(scenario => Row(scenario, counts)),
            ],
            [
                AdaptiveExecuteAction.Of("Search", ScenarioVerbs.Find),
                .. shown.Buttons(ScenarioVerbs.List, kept: Kept(words), leavesForm: true),
                .. words is null
                    ? Array.Empty<AdaptiveAction>()
                    : [AdaptiveExecuteAction.Of("Show all", ScenarioVerbs.List, "1", leavesForm: true)],
                AdaptiveExecuteAction.Of("Write new scenario", ScenarioVerbs.New, leavesForm: true),
            ]
        );
    }

    /// <summary>Makes the list of those that no longer fit the policy, each to be changed or set aside.</summary>
    public static TeamsActivity ToMend(IReadOnlyList<ListedScenario> scenarios, int page)
    {
        var shown = scenarios.PageOf(PageSize, page);
        return Card(
            "Scenarios to mend",
            [
                AdaptiveTextBlock.Heading("Scenarios to mend"),
                new AdaptiveTextBlock(
                    scenarios.Count == 0
                        ? "All training scenarios fit the policy."
                        : "The policy has changed, and no longer says what these are based on. I won't ask them until you change them. "
                            + "You can also stop using them."
                ),
                .. shown.Items.Select(scenario =>
                    AdaptiveContainer.Row(AdaptiveExecuteAction.Of(Title(scenario), ScenarioVerbs.See, ScenarioVerbs.IdOf(scenario)))
                ),
                .. shown.PlaceLine(),
            ],
            [.. shown.Buttons(ScenarioVerbs.ToMend), AdaptiveExecuteAction.Of("See all scenarios", ScenarioVerbs.List, "1")]
        );
    }

    private static AdaptiveContainer Row(ListedScenario scenario, IReadOnlyDictionary<string, AnswerCount> counts)
    {
        var state = ScenarioWords.StateOf(scenario, counts.GetValueOrDefault(scenario.Id));
        return AdaptiveContainer.Row(
            AdaptiveExecuteAction.Of($"{Title(scenario)} ({state})", ScenarioVerbs.See, ScenarioVerbs.IdOf(scenario)),
            new AdaptiveTextRun(Title(scenario)) { Color = "Accent", Weight = "Bolder" },
            new AdaptiveTextRun($" – {state}")
        );
    }

    private static string Title(ListedScenario scenario) => Excerpt.Of($"{scenario.Heading}: {scenario.Text}", LongestRow);

    private static IReadOnlyList<ListedScenario> Sorted(
        IReadOnlyList<ListedScenario> scenarios,
        IReadOnlyDictionary<string, AnswerCount> counts
    ) =>
        [
            .. scenarios
                .OrderBy(scenario => scenario.IsSetAside)
                .ThenByDescending(scenario => scenario.DoesNotFit is not null)
                .ThenBy(scenario => counts.GetValueOrDefault(scenario.Id) is { } count ? (double)count.Right / count.All : 2),
        ];

    private static Dictionary<string, string>? Kept(string? words) =>
        words is null ? null : new(StringComparer.Ordinal) { [ScenarioVerbs.Words] = words };

    private static TeamsActivity Card(string title, IReadOnlyList<AdaptiveElement> body, IReadOnlyList<AdaptiveAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body = body,
                Actions = actions,
            },
            title
        );
}
