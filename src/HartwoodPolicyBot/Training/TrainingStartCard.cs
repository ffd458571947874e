using AdaptiveCards;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
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
        var summary = banner ?? $"Your training takes {TrainingWords.HowLong}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Social media training"),
                    new AdaptiveTextBlock(
                        $"{options.Questions} short scenarios from a week like yours, with the clause of the policy behind "
                            + $"each. It takes {TrainingWords.HowLong}. You can stop at any time and go on later, here or on another "
                            + "device."
                    ),
                    .. view
                        .Open.Take(1)
                        .Select(open => new AdaptiveTextBlock($"{TrainingWords.Of(open)}: {TrainingWords.Due(open, today)}.")),
                    AdaptiveTextBlock.Subtle(
                        $"To pass, {options.PassPercent} % must be right. That is the practice's own setting; the policy names none."
                    ),
                    .. view.Role == StaffRole.Unknown ? (AdaptiveElement[])[Question()] : [],
                ],
                Actions =
                    view.Role == StaffRole.Unknown
                        ? RoleButtons("")
                        : [AdaptiveExecuteAction.Of("Start", TrainingVerbs.Begin), TrainingVerbs.MineButton()],
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
                FallbackText = "What do you do at the practice?",
                Body =
                [
                    Question(),
                    AdaptiveTextBlock.Subtle(
                        $"Now: {TrainingWords.Of(view.Role)}. It decides which scenarios you meet from your next round on."
                    ),
                ],
                Actions = [.. RoleButtons(".change"), TrainingVerbs.MineButton()],
            },
            "What do you do at the practice?"
        );

    /// <summary>Makes the message for a chat that others can read, where nobody does training.</summary>
    public static TeamsActivity NotHere() =>
        Sentence("Training is between you and me. Please type training in your private chat with me.", HelpCard.Button());

    public static TeamsActivity NotOffered() =>
        Sentence("There is no training for the policies that I have. Please ask the practice manager.", HelpCard.Button());

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

    private static AdaptiveTextBlock Question() =>
        new("What do you do at the practice? I ask this once, so that some scenarios fit your work.") { Weight = "Bolder" };

    private static IReadOnlyList<AdaptiveAction> RoleButtons(string suffix) =>
        [.. Roles.Select(role => AdaptiveExecuteAction.Of(TrainingWords.Of(role), TrainingVerbs.Role, $"{role}{suffix}"))];
}
