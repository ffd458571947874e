using AdaptiveCards;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Makes the card before the first scenario: what comes, how long it takes, and, the first time, the question about the
/// person's role.
/// </summary>
internal static class TrainingStartCard
{
    private static readonly StaffRole[] Roles = [StaffRole.Clinical, StaffRole.NonClinical, StaffRole.Manager];

    public static TeamsActivity Message(TrainingView view, TrainingOptions options, DateOnly today, string? banner = null)
    {
        // The card goes on to show each scenario, and the notification stays, so it names what stays true.
        var summary = banner ?? "Your social media training";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Social media training"),
                    new AdaptiveTextBlock(
                        $"{options.Questions} short scenarios. It takes {TrainingWords.HowLong}, and you can stop at any time and "
                            + "carry on later."
                    ),
                    .. view
                        .Open.Take(1)
                        .Select(open => new AdaptiveRichTextBlock($"{TrainingWords.Of(open)}: {TrainingWords.Due(open, today)}.")),
                    AdaptiveTextBlock.Subtle(TrainingWords.PassMark(options.PassPercent)),
                    .. view.Role == StaffRole.Unknown ? (AdaptiveElement[])[Question(), .. RoleRows("")] : [],
                ],
                Actions =
                    view.Role == StaffRole.Unknown
                        ? [TrainingVerbs.MineButton()]
                        : [AdaptiveExecuteAction.Of("Start training", TrainingVerbs.Begin).Positive(), TrainingVerbs.MineButton()],
            },
            summary
        );
    }

    /// <summary>Makes the card that says how long the training is, and what has to be right.</summary>
    public static TeamsActivity About(TrainingOptions options) =>
        Sentence(
            $"The training has {options.Questions} short scenarios and takes {TrainingWords.HowLong}. To pass, {options.PassPercent}% must "
                + "be right. You can stop at any time and carry on later. If you don't pass, you can try again.",
            TrainingVerbs.StartButton(),
            TrainingVerbs.MineButton()
        );

    /// <summary>Makes the card to change the role later.</summary>
    public static TeamsActivity AskRole(TrainingView view) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "What's your role?",
                Body =
                [
                    Question(),
                    .. RoleRows(".change"),
                    AdaptiveTextBlock.Subtle(
                        $"Your role now: {TrainingWords.Of(view.Role)}. If you change it, your next scenarios will match."
                    ),
                ],
                Actions = [TrainingVerbs.MineButton()],
            },
            "What's your role?"
        );

    /// <summary>Makes the message for a chat that others can read, where nobody does training.</summary>
    public static TeamsActivity NotHere(AdaptiveAction privateChat) => PrivateChat.Leading(privateChat, "training");

    public static TeamsActivity NotOffered() =>
        Sentence("There's no training available at the moment. Please ask the practice manager.", HelpCard.Button());

    public static TeamsActivity Sentence(string sentence, params IReadOnlyList<AdaptiveAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body = [new AdaptiveTextBlock(sentence)],
                Actions = actions,
            },
            sentence
        );

    private static AdaptiveTextBlock Question() => new("What's your role? I'll pick scenarios to match.") { Weight = "Bolder" };

    private static IEnumerable<AdaptiveContainer> RoleRows(string suffix) =>
        Roles.Select(role =>
            AdaptiveContainer.Row(AdaptiveExecuteAction.Of(TrainingWords.Of(role), TrainingVerbs.Role, $"{role}{suffix}"))
        );
}
