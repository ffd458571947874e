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
            "I answer questions about the practice's social media policy, and quote the section that says so.",
            "When something has gone wrong online, type report. Otherwise ask me in your own words, or tap one of these.",
            [.. parts.Select(part => new AdaptiveTextBlock(part.Sentences) { Separator = true, Spacing = "Medium" })],
            [.. parts.Select(part => part.Button)]
        );

    /// <param name="addedBy">The name of the person who added the bot; null if Teams doesn't say.</param>
    /// <param name="isTeam">True for a team's channel, false for a group chat.</param>
    public static TeamsActivity Group(string? addedBy, bool isTeam) =>
        Message(
            $"{(addedBy is null ? "I have been added" : $"{addedBy} added me")} to this "
                + $"{(isTeam ? "team" : "chat")}. I answer questions about the practice's social media policy, and quote "
                + "the section that says so.",
            $"Mention me with your question, and I answer {(isTeam ? "in the thread" : "here")}. For something you "
                + "would rather not ask in front of others, write to me in a private chat.",
            isTeam
                ? [AdaptiveContainer.Row(AdaptiveExecuteAction.Of("Use this channel for reports and questions", BotVerbs.UseChannel))]
                : [],
            []
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
                    new AdaptiveTextBlock(purpose),
                    new AdaptiveTextBlock(
                        "I know nothing but the policy, so I cannot advise on law, on care or on a patient. Where the policy "
                            + "does not say, I tell you. Please leave out patients' names and details."
                    ),
                    new AdaptiveTextBlock(how),
                    PolicyVerbs.AskRow(ToTry),
                    .. rows,
                ],
                Actions = [.. buttons, PolicyVerbs.BrowseButton(), HelpCard.Button()],
            },
            $"Welcome to {Sentences.Name}"
        );
}
