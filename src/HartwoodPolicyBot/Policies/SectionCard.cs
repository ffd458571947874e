using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Policies;

/// <summary>
/// Makes the card of one section, word for word. A section that doesn't fit one message continues in the next, by a button.
/// </summary>
internal static class SectionCard
{
    /// <summary>Separates the section from the clause number in the data of "Continue reading".</summary>
    public const char ContinuesAt = '#';

    /// <summary>
    /// The most characters of policy text on one card: far below the limit of a message, and more than anybody scrolls.
    /// </summary>
    private const int MostCharacters = 12_000;

    /// <param name="document">The policy that the section belongs to.</param>
    /// <param name="section">The section to show.</param>
    /// <param name="from">The number of the clause to begin with.</param>
    /// <param name="address">The web address of the policy pages.</param>
    public static TeamsActivity Message(PolicyDocument document, PolicySection section, int from, PublicAddress address)
    {
        var shown = Fitting(section, from);
        var end = from + shown.Count;
        var summary = SectionCitation.Summary(section, shown[0]);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(from == 0 ? section.Heading : $"{section.Heading} (continued)"),
                    .. Paragraphs(shown),
                    .. ConcernOffer.Under(section),
                    AdaptiveRichTextBlock.Subtle($"Quoted from: {PolicyTitle.WithVersion(document)}"),
                ],
                Actions =
                [
                    .. end < section.Clauses.Count
                        ? [AdaptiveExecuteAction.Of("Continue reading", PolicyVerbs.Section, $"{section.Id}{ContinuesAt}{end}")]
                        : Array.Empty<AdaptiveAction>(),
                    PolicyVerbs.ReadButton(address.Of(section)),
                    PolicyVerbs.BrowseButton(),
                ],
                More = PolicyVerbs.MoreInPolicy,
            },
            summary,
            [SectionCitation.Of(section, shown[0], address)]
        );
    }

    private static List<Clause> Fitting(PolicySection section, int from)
    {
        var remaining = MostCharacters;
        return [section.Clauses[from], .. section.Clauses.Skip(from + 1).TakeWhile(clause => (remaining -= clause.Text.Length) > 0)];
    }

    /// <summary>Returns clauses as paragraphs and bullets. An item with a number of its own has no bullet mark.</summary>
    public static IEnumerable<AdaptiveElement> Paragraphs(IEnumerable<Clause> clauses) =>
        clauses
            .GroupBy(clause => (clause.Paragraph, clause.IsBullet))
            .SelectMany(paragraph =>
                paragraph.Key.IsBullet
                    ? paragraph.Select(item => item.HasBulletMark ? AdaptiveRichTextBlock.Bullet(item.Text) : new(item.Text))
                    : [new AdaptiveRichTextBlock(string.Join(' ', paragraph.Select(sentence => sentence.Text)))]
            );
}
