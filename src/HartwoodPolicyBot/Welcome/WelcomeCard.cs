using AdaptiveCards;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Welcome;

/// <summary>
/// Makes the first message after an installation: what the bot is for, what it can't do, a question to try, and up to three
/// buttons.
/// </summary>
internal static class WelcomeCard
{
    /// <summary>The policy answers this question, and it isn't among the examples in help.</summary>
    private const string ToTry = "Can I share an image of a patient?";

    /// <param name="parts">What the features say to this person.</param>
    public static TeamsActivity Personal(IReadOnlyList<WelcomePart> parts) =>
        Message(
            "Ask me anything about the practice's social media policy and I'll show you what it says.",
            "You can check something before you post it. If something has gone wrong online, tap Report an incident. Or just ask.",
            [
                AdaptiveContainer.Row(BotVerbs.CommandButton("Check a post", "check a post")),
                .. parts.SelectMany(part =>
                    part.Rows.Prepend(new AdaptiveTextBlock(part.Sentences) { Separator = true, Spacing = "Medium" })
                ),
            ],
            [.. parts.Select(part => part.Button).OfType<AdaptiveAction>(), ReportOffer.Button()]
        );

    /// <param name="addedBy">The name of the person who added the bot; null if Teams doesn't say.</param>
    /// <param name="isTeam">True for a team's channel, false for a group chat.</param>
    /// <param name="privateChat">The button that leads to the person's own chat.</param>
    public static TeamsActivity Group(string? addedBy, bool isTeam, AdaptiveAction privateChat) =>
        Message(
            $"{(addedBy is null ? "I have been added" : $"{addedBy} added me")} to this "
                + $"{(isTeam ? "team" : "chat")}. Ask me anything about the practice's social media policy and I'll show you "
                + "what it says.",
            $"@mention me with a question and I'll reply {(isTeam ? "in the thread" : "here")}. If you'd rather ask in "
                + "private, message me directly.",
            isTeam
                ?
                [
                    AdaptiveContainer.Row(
                        AdaptiveExecuteAction.Of("Send incident reports and questions to this channel", BotVerbs.UseChannel)
                    ),
                ]
                : [],
            [privateChat]
        );

    private static TeamsActivity Message(
        string purpose,
        string how,
        IReadOnlyList<AdaptiveElement> rows,
        IReadOnlyList<AdaptiveAction> buttons
    ) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = purpose,
                Body =
                [
                    AdaptiveTextBlock.Heading(Sentences.Name),
                    new AdaptiveRichTextBlock(purpose),
                    new AdaptiveTextBlock(
                        "I only know this policy, so I can't give legal or clinical advice. If the policy doesn't cover something, I'll "
                            + "say so. Please don't include patients' names or details."
                    ),
                    new AdaptiveTextBlock(how),
                    PolicyVerbs.AskRow(ToTry),
                    .. rows,
                ],
                Actions = [.. buttons, PolicyVerbs.BrowseButton(), HelpCard.Button()],
            },
            $"Hello from {Sentences.Name}"
        );
}
