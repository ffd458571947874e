using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>Before the first question: what comes, how long it takes, and, once, what the person does at the practice.</summary>
internal static class StartCard
{
    private static readonly StaffRole[] Roles = [StaffRole.Clinical, StaffRole.NonClinical, StaffRole.Manager];

    public static Activity Message(TrainingView view, TrainingOptions options, DateOnly today, string? banner = null)
    {
        var summary = banner ?? $"Your training takes {TrainingWords.HowLong}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. TextBlock.Banner(banner),
                    TextBlock.Heading("Social media training"),
                    new TextBlock(
                        $"{options.Questions} short scenarios from a week like yours, with the clause of the policy behind each. It takes {TrainingWords.HowLong}. You can stop at any time and go on later, here or on another device."
                    ),
                    .. view.Open.Take(1).Select(open => new TextBlock($"{TrainingWords.Of(open)}: {TrainingWords.Due(open, today)}.")),
                    TextBlock.Subtle(
                        $"To pass, {options.PassPercent} % must be right. That is the practice's own setting; the policy names none."
                    ),
                    .. view.Role == StaffRole.Unknown ? (CardElement[])[Question()] : [],
                ],
                Actions =
                    view.Role == StaffRole.Unknown
                        ? RoleButtons("")
                        : [ExecuteAction.Of("Start", TrainingVerbs.Begin), TrainingVerbs.MineButton()],
            },
            summary
        );
    }

    /// <summary>To change the role later.</summary>
    public static Activity AskRole(TrainingView view) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "What do you do at the practice?",
                Body =
                [
                    Question(),
                    TextBlock.Subtle($"Now: {TrainingWords.Of(view.Role)}. It decides which scenarios you meet from your next round on."),
                ],
                Actions = [.. RoleButtons(".change"), TrainingVerbs.MineButton()],
            },
            "What do you do at the practice?"
        );

    /// <summary>Where training is not to be done: among others.</summary>
    public static Activity NotHere() =>
        Sentence("Training is between you and me. Please type training in your private chat with me.", HelpCard.Button());

    public static Activity NotOffered() =>
        Sentence("There is no training for the policies that I have. Please ask the practice manager.", HelpCard.Button());

    public static Activity Sentence(string sentence, params IReadOnlyList<CardAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body = [new TextBlock(sentence)],
                Actions = actions,
            },
            sentence
        );

    private static TextBlock Question() =>
        new("What do you do at the practice? I ask this once, so that some scenarios fit your work.") { Weight = "Bolder" };

    private static IReadOnlyList<CardAction> RoleButtons(string suffix) =>
        [.. Roles.Select(role => ExecuteAction.Of(TrainingWords.Of(role), TrainingVerbs.Role, $"{role}{suffix}"))];
}
