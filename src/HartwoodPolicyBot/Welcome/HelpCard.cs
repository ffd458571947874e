using AdaptiveCards;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Welcome;

/// <summary>Makes the help card: what people can ask and type.</summary>
internal static class HelpCard
{
    public const string Verb = "help";
    private const string Summary = "What I can do";

    /// <summary>Returns real questions as examples; the policy answers each of them.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        "Can I share an image of my workplace?",
        "Does the policy cover my personal account?",
        "Who manages the practice social media accounts?",
    ];

    public static AdaptiveExecuteAction Button() => AdaptiveExecuteAction.Of("Show help", Verb);

    /// <summary>Makes the help card.</summary>
    /// <param name="commands">All commands; only those with a line for help are shown.</param>
    /// <param name="privacy">The web address of the page that says what is stored.</param>
    /// <param name="forManager">True to show the practice managers' commands as well.</param>
    public static TeamsActivity Message(IReadOnlyList<BotCommand> commands, Uri privacy, bool forManager) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(Summary),
                    new AdaptiveTextBlock(
                        "Ask in your own words. I'll show you what the policy says, or tell you it doesn't cover it. You can then send "
                            + "the question to the practice manager."
                    ),
                    new AdaptiveTextBlock("For example") { Weight = "Bolder", Spacing = "Medium" },
                    .. Examples.Select(PolicyVerbs.AskRow),
                    new AdaptiveTextBlock("Commands") { Weight = "Bolder", Spacing = "Medium" },
                    .. Commands(commands, ofManagers: false),
                    .. forManager
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock("For practice managers") { Weight = "Bolder", Spacing = "Medium" },
                                .. Commands(commands, ofManagers: true),
                            ]
                        : [],
                    AdaptiveTextBlock.Subtle("I can't give legal or clinical advice. Please don't include patients' names or details."),
                ],
                Actions =
                [
                    PolicyVerbs.BrowseButton(),
                    ReportOffer.Button(),
                    new AdaptiveOpenUrlAction { Title = "Open privacy notice", Url = privacy },
                ],
            },
            Summary
        );

    /// <summary>Returns a row to tap for each command, so that nobody has to type one.</summary>
    private static IEnumerable<AdaptiveContainer> Commands(IEnumerable<BotCommand> commands, bool ofManagers) =>
        commands
            .Where(command => command.Help?.IsForManagersOnly == ofManagers)
            .Select(command =>
                AdaptiveContainer.Row(
                    BotVerbs.CommandButton($"{command.Words[0]} – {command.Help!.What}", command.Words[0]),
                    new AdaptiveTextRun(command.Words[0]) { Color = "Accent", Weight = "Bolder" },
                    new AdaptiveTextRun($" – {command.Help!.What}")
                )
            );
}
