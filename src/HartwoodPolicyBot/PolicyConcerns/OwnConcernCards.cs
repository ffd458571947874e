using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PolicyConcerns;

/// <summary>Makes the cards on which people see the concerns that they raised.</summary>
internal static class OwnConcernCards
{
    private const int LongestInRow = 80;

    public static TeamsActivity List(IReadOnlyList<PolicyConcern> concerns, string? banner = null)
    {
        const string Title = "Your concerns about policies";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body =
                [
                    AdaptiveTextBlock.Heading(Title),
                    .. AdaptiveTextBlock.Banner(banner),
                    .. concerns.Count == 0
                        ? (AdaptiveElement[])[new AdaptiveTextBlock("You haven't raised a concern in your name.")]
                        : (IEnumerable<AdaptiveElement>)
                            concerns.Select(concern =>
                                AdaptiveContainer.Row(
                                    AdaptiveExecuteAction.Of(
                                        $"{ConcernWords.Of(concern.State)}: {Said(concern)}",
                                        ConcernVerbs.Mine,
                                        $"{concern.Id}",
                                        leavesForm: true
                                    )
                                )
                            ),
                    new AdaptiveTextInput
                    {
                        Id = ConcernVerbs.Code,
                        Label = "Raised anonymously? Enter your code",
                        MaxLength = 20,
                    },
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Find concern", ConcernVerbs.FindByCode),
                    AdaptiveExecuteAction.Of("Raise a concern", ConcernVerbs.Form, leavesForm: true),
                ],
            },
            Title
        );
    }

    /// <param name="concern">The concern as it is now.</param>
    /// <param name="code">The code of an anonymous one; its card names it by nothing else.</param>
    /// <param name="banner">What was just done, or why it was not; null for neither.</param>
    public static TeamsActivity One(PolicyConcern concern, string? code, string? banner = null)
    {
        var title = $"Your concern: {ConcernWords.Of(concern.State).ToLowerInvariant()}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    .. AdaptiveTextBlock.Banner(banner),
                    .. concern.Text.Length > 0 && code is null
                        ? (AdaptiveElement[])[AdaptiveRichTextBlock.SetOff(concern.Text.Split('\n'))]
                        : [],
                    .. ConcernCard.Answered(concern),
                ],
                Actions =
                [
                    .. concern.State == ConcernState.Open
                        ? (AdaptiveAction[])
                            [
                                AdaptiveExecuteAction
                                    .Of(
                                        "Withdraw concern",
                                        ConcernVerbs.Withdraw,
                                        code is null ? $"{concern.Id}" : null,
                                        code is null
                                            ? null
                                            : new Dictionary<string, string>(StringComparer.Ordinal) { [ConcernVerbs.Code] = code }
                                    )
                                    .Destructive(),
                            ]
                        : [],
                    AdaptiveExecuteAction.Of("See my concerns", ConcernVerbs.Mine),
                    HelpCard.Button(),
                ],
            },
            title
        );
    }

    private static string Said(PolicyConcern concern) =>
        concern.Text.Length == 0 ? concern.PolicyTitle : Excerpt.Of(concern.Text.ReplaceLineEndings(" "), LongestInRow);
}
