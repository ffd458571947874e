using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Policies;

/// <summary>Makes the card that lists all sections of all policies, each with a tap that opens it.</summary>
internal static class SectionListCard
{
    private const int OnPage = 30;

    public static TeamsActivity Message(PolicyLibrary library, PublicAddress address, int wanted = 1)
    {
        var page = library
            .Documents.SelectMany(document => document.Sections.Select(section => (Document: document, Section: section)))
            .ToList()
            .PageOf(OnPage, wanted);
        var summary =
            library.Documents.Count == 1
                ? $"{library.Documents[0].Title}: {library.Sections.Count()} sections"
                : $"{library.Sections.Count()} sections to read";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. page.Items.GroupBy(row => row.Document, row => row.Section).SelectMany(sections => Document(sections.Key, sections)),
                    .. page.PlaceLine(),
                ],
                Actions =
                [
                    .. page.Buttons(PolicyVerbs.Browse),
                    new AdaptiveOpenUrlAction { Title = "Open the policy", Url = address.Policy },
                ],
            },
            summary
        );
    }

    private static IEnumerable<AdaptiveElement> Document(PolicyDocument document, IEnumerable<PolicySection> sections)
    {
        yield return AdaptiveTextBlock.Heading(document.Title);
        yield return AdaptiveRichTextBlock.Subtle(
            document.Version is { } version ? $"Version {version}. Tap a section to read it." : "Tap a section to read it."
        );
        var group = (string?)null;
        foreach (var section in sections)
        {
            if (section.Group != group && section.Group is { } opened)
            {
                yield return new AdaptiveRichTextBlock(opened) { Weight = "Bolder", Spacing = "Medium" };
            }

            yield return section.Group is not null ? PolicyVerbs.InnerSectionRow(section)
            : group is not null ? Separated(section)
            : PolicyVerbs.SectionRow(section);
            group = section.Group;
        }
    }

    /// <summary>Returns the row of the first section after a group, with a line above it.</summary>
    private static AdaptiveContainer Separated(PolicySection section)
    {
        var row = PolicyVerbs.SectionRow(section);
        return new AdaptiveContainer
        {
            Items = row.Items,
            SelectAction = row.SelectAction,
            Separator = true,
            Spacing = "Medium",
        };
    }
}
