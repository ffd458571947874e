using System.Net;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Makes the cards that somebody puts into a message to others. The bot may not be in that chat, so they have no buttons but a link.
/// </summary>
internal sealed class InsertionCards(PolicyLibrary library, PublicAddress address)
{
    /// <summary>Five cards of this length stay below the limit of one answer.</summary>
    private const int MostCharacters = 3_000;
    private const int LongestPreview = 120;
    private const int LongestTitle = 80;

    public SearchResult Of(Insertion found) =>
        found.Answer is { } answer
            ? Result(Card(answer), answer.Question, answer.Text)
            : Result(Card(found.Section!), found.Section!.Heading, found.Clause!.Text);

    private static SearchResult Result(AdaptiveCard card, string title, string text) =>
        // The list reads HTML.
        SearchResult.Of(
            card,
            WebUtility.HtmlEncode(Excerpt.Of(title, LongestTitle)),
            WebUtility.HtmlEncode(Excerpt.Of(text, LongestPreview))
        );

    private AdaptiveCard Card(PolicySection section)
    {
        var document = library.DocumentOf(section);
        var left = MostCharacters;
        var shown = section.Clauses.TakeWhile(clause => (left -= clause.Text.Length) > 0).ToList();
        return new()
        {
            FallbackText = section.Heading,
            Body =
            [
                AdaptiveTextBlock.Heading(section.Heading),
                .. shown.Count == 0
                    ? [new AdaptiveRichTextBlock(Excerpt.Of(section.Clauses[0].Text, MostCharacters))]
                    : shown.Select(clause =>
                        clause.HasBulletMark ? AdaptiveRichTextBlock.Bullet(clause.Text) : new AdaptiveRichTextBlock(clause.Text)
                    ),
                .. shown.Count < section.Clauses.Count
                    ? (AdaptiveElement[])[AdaptiveTextBlock.Subtle("There is more in this section of the policy.")]
                    : [],
                AdaptiveRichTextBlock.Subtle($"Quoted from: {PolicyTitle.WithVersion(document)}"),
            ],
            Actions = [PolicyVerbs.ReadButton(address.Of(section))],
        };
    }

    private AdaptiveCard Card(SavedAnswer answer) =>
        new()
        {
            FallbackText = answer.Question,
            Body =
            [
                AdaptiveTextBlock.Heading("The practice manager's answer"),
                new AdaptiveRichTextBlock($"“{answer.Question}”") { Weight = "Bolder" },
                AdaptiveRichTextBlock.SetOff([Excerpt.Of(answer.Text, MostCharacters)]),
                AdaptiveRichTextBlock.Subtle(
                    $"Answered by {PersonNames.InSentence(answer.By)} on {PracticeTime.Text(PracticeTime.DateOf(answer.At))}. "
                        + "This isn't part of the policy."
                ),
            ],
            Actions = [PolicyVerbs.ReadButton(address.Policy)],
        };
}
