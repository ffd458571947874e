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
    private const string Summary = "What you can ask me, and the commands";

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
                    AdaptiveTextBlock.Heading("How to use me"),
                    new AdaptiveTextBlock(
                        "Write your question as you would say it. I quote the section of the policy that answers it, word for "
                            + "word. If the policy does not say, I tell you so, and you can send your question to the practice "
                            + "manager with one tap."
                    ),
                    new AdaptiveTextBlock("Questions to try") { Weight = "Bolder", Spacing = "Medium" },
                    .. Examples.Select(PolicyVerbs.AskRow),
                    new AdaptiveTextBlock("Commands") { Weight = "Bolder", Spacing = "Medium" },
                    Commands(commands, ofManagers: false),
                    .. forManager
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock("For practice managers") { Weight = "Bolder", Spacing = "Medium" },
                                Commands(commands, ofManagers: true),
                            ]
                        : [],
                    AdaptiveTextBlock.Subtle("I do not give legal or clinical advice. Please leave out patients' names and details."),
                ],
                Actions =
                [
                    PolicyVerbs.BrowseButton(),
                    ReportOffer.Button(),
                    new AdaptiveOpenUrlAction { Title = "What I store (in your browser)", Url = privacy },
                ],
            },
            Summary
        );

    private static AdaptiveTextBlock Commands(IEnumerable<BotCommand> commands, bool ofManagers) =>
        new(
            CardText.Formatted(
                string.Join(
                    "\n\n",
                    commands
                        .Where(command => command.Help?.IsForManagersOnly == ofManagers)
                        .Select(command => $"**{command.Words[0]}** – {command.Help!.What}")
                )
            )
        );
}
