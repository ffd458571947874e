using AdaptiveCards;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Welcome;

/// <summary>What can be asked and typed.</summary>
internal static class HelpCard
{
    public const string Verb = "help";
    private const string Summary = "What you can ask me, and the commands";

    /// <summary>Real questions, to show the way they may be asked; each is answered by the policy.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        "Can I share an image of my workplace?",
        "Does the policy cover my personal account?",
        "Who manages the practice social media accounts?",
    ];

    public static IReadOnlyList<HelpLine> ForEverybody { get; } =
    [
        new("policy", "all sections, to read in full"),
        new("report", "report something that went wrong online"),
        new("my reports", "what became of your reports"),
        new("my questions", "what you asked the practice manager"),
        new("training", "your training, to begin or go on"),
        new("my training", "your record and certificate"),
        new("my policies", "what you are asked to read and confirm"),
        new("my data", "what I store about you, and deleting it"),
        new("help", "this card"),
        new("cancel", "stop what is under way"),
    ];

    public static IReadOnlyList<HelpLine> ForManagers { get; } =
    [
        new("gaps", "questions that nobody has answered yet"),
        new("answers", "what practice managers have answered, and I give"),
        new("monitoring report", "figures of a month, a quarter or a year"),
        new("evidence pack", "what to show an inspector, in one file"),
        new("training status", "who has done it, who is due"),
        new("training records", "the same as a table to file"),
        new("send the policy round", "ask everybody to read the policy and confirm it"),
        new("who has read", "who has confirmed it, and who has not"),
        new("status", "what is not set up, or not delivered"),
        new("use this channel", "mention me in a channel: reports and questions are posted there"),
    ];

    public static AdaptiveExecuteAction Button() => AdaptiveExecuteAction.Of("What can I ask?", Verb);

    public static TeamsActivity Message(Uri privacy, bool forManager) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Summary,
                Body =
                [
                    AdaptiveTextBlock.Heading("How to use me"),
                    new AdaptiveTextBlock(
                        "Write your question as you would say it. I quote the section of the policy that answers it, word for word. If the policy does not say, I tell you so, and you can send your question to the practice manager with one tap."
                    ),
                    new AdaptiveTextBlock("Questions to try") { Weight = "Bolder", Spacing = "Medium" },
                    .. Examples.Select(PolicyVerbs.AskRow),
                    new AdaptiveTextBlock("Commands") { Weight = "Bolder", Spacing = "Medium" },
                    Commands(ForEverybody),
                    .. forManager
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock("For practice managers") { Weight = "Bolder", Spacing = "Medium" },
                                Commands(ForManagers),
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

    private static AdaptiveTextBlock Commands(IEnumerable<HelpLine> lines) =>
        new(CardText.Formatted(string.Join("\n\n", lines.Select(line => $"**{line.Command}** – {line.What}"))));
}

/// <summary>A command as help names it, which is its first word or words, and what it is for.</summary>
internal sealed record HelpLine(string Command, string What);
