using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>
/// Makes the card that asks somebody to read a policy: a few lines in the policy's own words, a link to the whole text, and the
/// button to confirm.
/// </summary>
internal sealed class SignOffCard(PolicyBriefs briefs, PublicAddress address)
{
    /// <summary>Returns the part that asks, for the daily reminder and for a card with nothing else on it.</summary>
    public DailyReminderPart Part(PolicyDocument policy, SignOff signOff) =>
        new(
            $"Please read the {policy.Title}",
            $"Please read and confirm the {policy.Title}",
            [
                new AdaptiveTextBlock(
                    "Everyone at the practice needs to read it, and confirm that they have. I keep a record of who has confirmed."
                ),
                .. Lines(policy),
                .. Version(policy),
            ],
            [ReadAll(policy), SignOffVerbs.ConfirmButton(signOff)],
            Citing(policy)
        );

    /// <summary>Returns whether a brief, the chosen lines of a policy, exists for this policy.</summary>
    public bool HasBrief(PolicyDocument policy) => briefs.Of(policy).Count > 0;

    public TeamsActivity Ask(PolicyDocument policy, SignOff signOff, string? banner = null)
    {
        var part = Part(policy, signOff);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = banner ?? part.Summary,
                Body = [.. AdaptiveTextBlock.Banner(banner), .. DailyReminderCard.Elements(part, isBelow: false)],
                Actions = [.. part.Buttons, SignOffVerbs.MineButton()],
                More = PolicyVerbs.MoreInPolicy,
            },
            banner ?? part.Summary,
            part.Citing
        );
    }

    /// <summary>Makes the card after the confirmation, with the other parts of the message that was clicked.</summary>
    public static TeamsActivity Confirmed(
        PolicyDocument policy,
        SignOff signOff,
        IReadOnlyList<DailyReminderPart> others,
        string? banner = null
    )
    {
        var summary = $"Thank you. You've confirmed the {PolicyTitle.WithVersion(policy)}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Thank you"),
                    new AdaptiveRichTextBlock(
                        $"You confirmed on {PracticeTime.Text(signOff.ReadAt!.Value)} that you've read and understood the "
                            + $"{PolicyTitle.WithVersion(policy)}."
                    ),
                    .. others.SelectMany(part => DailyReminderCard.Elements(part, isBelow: true)),
                ],
                Actions = [.. others.SelectMany(part => part.Buttons), SignOffVerbs.MineButton(), PolicyVerbs.BrowseButton()],
            },
            summary,
            [.. others.SelectMany(part => part.Citing ?? [])]
        );
    }

    /// <summary>Makes the card that tells practice managers of a new version which nobody has been asked to read.</summary>
    public TeamsActivity Changed(PolicyDocument policy, string banner) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = banner,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(policy.Title),
                    .. Lines(policy),
                    .. Version(policy),
                    new AdaptiveTextBlock("You don't need to confirm this version yet. I'll tell you when you do."),
                ],
                Actions = [ReadAll(policy), SignOffVerbs.MineButton()],
            },
            banner,
            Citing(policy)
        );

    /// <summary>Returns the version as staff read it; only practice managers see the text code.</summary>
    public static IEnumerable<AdaptiveElement> Version(PolicyDocument policy) =>
        policy.Version is { } version ? [AdaptiveRichTextBlock.Subtle($"Version {version}")] : [];

    private AdaptiveOpenUrlAction ReadAll(PolicyDocument policy) =>
        new() { Title = "Open the policy", Url = address.At($"policy/{policy.Slug}") };

    private IEnumerable<AdaptiveElement> Lines(PolicyDocument policy)
    {
        var lines = Quoted(policy);
        return lines.Count == 0
            ? []
            :
            [
                new AdaptiveTextBlock(HasBrief(policy) ? "Key points, from the policy:" : "It begins:"),
                new AdaptiveContainer
                {
                    Style = "emphasis",
                    Items = [.. lines.Select(line => AdaptiveRichTextBlock.Labelled(line.Section.Heading, $"“{line.Quote}”"))],
                },
            ];
    }

    private IReadOnlyList<BriefLine> Quoted(PolicyDocument policy) =>
        HasBrief(policy) ? briefs.Of(policy) : PolicyBriefs.BeginningOf(policy);

    private List<CitedDocument> Citing(PolicyDocument policy) =>
        [
            .. Quoted(policy)
                .DistinctBy(line => line.Section.Id, StringComparer.Ordinal)
                .Select(line => SectionCitation.Of(line.Section, line.Clause, address)),
        ];
}
