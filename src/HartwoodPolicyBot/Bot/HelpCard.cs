using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Bot;

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

    public static ExecuteAction Button() => ExecuteAction.Of("What can I ask?", Verb);

    public static Activity Message(Uri privacy, bool forManager) => CardMessage.Of(
        new AdaptiveCard
        {
            FallbackText = Summary,
            Body =
            [
                TextBlock.Heading("How to use me"),
                new TextBlock("Write your question as you would say it. I quote the section of the policy that answers it, word for word. If the policy does not say, I tell you so."),
                new TextBlock("Questions to try") { Weight = "Bolder", Spacing = "Medium" },
                .. Examples.Select(PolicyVerbs.AskRow),
                new TextBlock("Commands") { Weight = "Bolder", Spacing = "Medium" },
                new TextBlock(CardText.Formatted("**policy** – all sections, to read in full\n\n**report** – report something that went wrong online\n\n**my reports** – what became of your reports\n\n**my questions** – what you asked the practice manager\n\n**training** – your training, to begin or go on\n\n**my training** – your record and certificate\n\n**my policies** – what you are asked to read and confirm\n\n**my data** – what I store about you, and deleting it\n\n**help** – this card\n\n**cancel** – stop what is under way")),
                .. forManager ? ForManagers() : [],
                TextBlock.Subtle("I do not give legal or clinical advice. Please leave out patients' names and details."),
            ],
            Actions =
            [
                PolicyVerbs.BrowseButton(),
                ReportOffer.Button(),
                new OpenUrlAction { Title = "What I store (in your browser)", Url = privacy },
            ],
        },
        Summary);

    private static IEnumerable<CardElement> ForManagers() =>
    [
        new TextBlock("For practice managers") { Weight = "Bolder", Spacing = "Medium" },
        new TextBlock(CardText.Formatted("**gaps** – what nobody has answered yet\n\n**answers** – yours, which I give\n\n**monitoring report** – figures, and the evidence pack\n\n**training status** – who has done it, who is due\n\n**send the policy round** – who has read the policy\n\n**status** – what is not set up, or not delivered")),
    ];
}
