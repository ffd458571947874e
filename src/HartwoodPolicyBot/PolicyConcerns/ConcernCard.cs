using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PolicyConcerns;

/// <summary>Makes the card of a concern for the author of the policy, and their list of those that are open.</summary>
internal static class ConcernCard
{
    private const int LongestInRow = 80;

    /// <param name="concern">The concern as it is now.</param>
    /// <param name="place">The place of the card, by which its buttons know it; null for one from the list.</param>
    /// <param name="banner">What was just done, or why it was not; null for neither.</param>
    /// <param name="typed">An answer that was not taken, filled in again.</param>
    public static TeamsActivity Message(PolicyConcern concern, string? place, string? banner = null, string? typed = null)
    {
        var title = $"Concern about a policy: {ConcernWords.Of(concern.State).ToLowerInvariant()}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading("A concern that a policy discriminates"),
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveRichTextBlock.Labelled("Policy", Policy(concern)),
                    AdaptiveRichTextBlock.Labelled("Raised by", ConcernWords.By(concern), "Small"),
                    AdaptiveRichTextBlock.Labelled("Raised on", ConcernWords.When(concern), "Small"),
                    AdaptiveRichTextBlock.Labelled("Status", ConcernWords.Of(concern.State), "Small"),
                    .. concern.Text.Length > 0 ? (AdaptiveElement[])[AdaptiveRichTextBlock.SetOff(concern.Text.Split('\n'))] : [],
                    .. Answered(concern),
                    .. concern.IsOver
                        ? (AdaptiveElement[])[]
                        :
                        [
                            new AdaptiveTextInput
                            {
                                Id = ConcernVerbs.Text,
                                Label = concern.Answer is null ? "Your answer" : "Another answer (optional)",
                                IsMultiline = true,
                                MaxLength = PolicyConcern.LongestText,
                                Value = typed,
                            },
                            AdaptiveTextBlock.Subtle(
                                concern.IsAboutAuthor
                                    ? "This concern is about the author of the policy, so it wasn't sent to them."
                                    : "This was sent in private. It isn't in any channel."
                            ),
                        ],
                ],
                Actions = concern.IsOver
                    ? [BotVerbs.CommandButton("See open concerns", "concerns")]
                    :
                    [
                        AdaptiveExecuteAction.Of("Send answer", ConcernVerbs.Answer, $"{concern.Id}", Kept(place)).Positive(),
                        AdaptiveExecuteAction.Of(
                            concern.Answer is null ? "Answer and close" : "Close concern",
                            ConcernVerbs.Close,
                            $"{concern.Id}",
                            Kept(place)
                        ),
                    ],
            },
            title
        );
    }

    public static TeamsActivity List(IReadOnlyList<PolicyConcern> concerns)
    {
        const string Title = "Concerns about policies";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body =
                [
                    AdaptiveTextBlock.Heading(Title),
                    .. concerns.Count == 0
                        ? (AdaptiveElement[])[new AdaptiveTextBlock("No concerns are waiting for you.")]
                        : (IEnumerable<AdaptiveElement>)
                            concerns.Select(concern =>
                                AdaptiveContainer.Row(
                                    AdaptiveExecuteAction.Of(
                                        $"{ConcernWords.Of(concern.State)}: "
                                            + Excerpt.Of(concern.Text.ReplaceLineEndings(" "), LongestInRow),
                                        ConcernVerbs.Open,
                                        $"{concern.Id}"
                                    )
                                )
                            ),
                ],
                Actions = [HelpCard.Button()],
            },
            Title
        );
    }

    /// <summary>Returns the answer and who gave it.</summary>
    public static IEnumerable<AdaptiveElement> Answered(PolicyConcern concern) =>
        concern.Answer is not { } answer
            ? []
            :
            [
                AdaptiveTextBlock.PartHeading("Answer"),
                AdaptiveRichTextBlock.SetOff(answer.Split('\n')),
                AdaptiveRichTextBlock.Subtle($"{concern.AnsweredBy}, {PracticeTime.Text(PracticeTime.DateOf(concern.AnsweredAt!.Value))}"),
            ];

    private static Dictionary<string, string>? Kept(string? place) =>
        place is null ? null : new(StringComparer.Ordinal) { [ConcernVerbs.Place] = place };

    private static string Policy(PolicyConcern concern) =>
        PolicyDocument.VersionIn(concern.PolicyVersion) is { } version ? $"{concern.PolicyTitle}, version {version}" : concern.PolicyTitle;
}
