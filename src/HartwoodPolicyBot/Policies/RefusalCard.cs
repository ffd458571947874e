using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies;

/// <summary>An honest no: the policy does not say; where else to look, and whom to ask. It quotes nothing.</summary>
internal static class RefusalCard
{
    public static Activity Message(PolicyAnswer answer, PolicyLibrary library)
    {
        var title = library.Documents.Count == 1 ? $"The {LowerFirst(library.Documents[0].Title)} does not say" : "The policies do not say";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    TextBlock.Heading(title),
                    new TextBlock("I found nothing that answers your question, so I will not guess. Please ask the practice manager, or try again in other words."),
                    .. Nearest(answer.Nearest),
                ],
                Actions = [PolicyVerbs.BrowseButton()],
            },
            title);
    }

    private static IEnumerable<CardElement> Nearest(IReadOnlyList<PolicySection> sections) => sections.Count == 0
        ? []
        : [
            new TextBlock("The nearest sections") { Weight = "Bolder", Spacing = "Medium" },
            .. sections.Select(PolicyVerbs.SectionRow),
        ];

    private static string LowerFirst(string title) =>
        title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}
