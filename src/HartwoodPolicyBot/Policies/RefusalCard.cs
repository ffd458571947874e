using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Policies.Answers;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies;

/// <summary>An honest no: the policy does not say; where else to look, and whom to ask. It quotes nothing.</summary>
internal static class RefusalCard
{
    public static Activity Message(PolicyAnswer answer, PolicyLibrary library)
    {
        var words = RefusalWords.For(answer.Kind, DoesNotSay(library));
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = words.Title,
                Body =
                [
                    TextBlock.Heading(words.Title),
                    new TextBlock(words.Text),
                    .. GivenAnswerCard.Near(answer.FromManager.Near),
                    .. Nearest(words.OffersNearest ? answer.Nearest : []),
                    .. DisclosureOffer.Lines(answer),
                    FeedbackParts.AskLine(),
                ],
                Actions = [.. DisclosureOffer.Buttons(answer), AnswerVerbs.AskButton(answer.QuestionId), PolicyVerbs.BrowseButton(), HelpCard.Button()],
            },
            words.Title);
    }

    public static string DoesNotSay(PolicyLibrary library) =>
        library.Documents.Count == 1 ? $"The {LowerFirst(library.Documents[0].Title)} does not say" : "The policies do not say";

    private static IEnumerable<CardElement> Nearest(IReadOnlyList<PolicySection> sections) => sections.Count == 0
        ? []
        : [
            new TextBlock("The nearest sections") { Weight = "Bolder", Spacing = "Medium" },
            .. sections.Select(PolicyVerbs.SectionRow),
        ];

    private static string LowerFirst(string title) =>
        title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}
