using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Policies;

/// <summary>Makes the card that lists all sections of all policies, each with a tap that opens it.</summary>
internal static class SectionListCard
{
    public static TeamsActivity Message(PolicyLibrary library, PublicAddress address)
    {
        var summary =
            library.Documents.Count == 1
                ? $"{library.Documents[0].Title}: {library.Sections.Count()} sections"
                : $"{library.Sections.Count()} sections to read";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body = [.. library.Documents.SelectMany(Document)],
                Actions = [new AdaptiveOpenUrlAction { Title = "Open the full policy", Url = address.Policy }],
            },
            summary
        );
    }

    private static IEnumerable<AdaptiveElement> Document(PolicyDocument document)
    {
        yield return AdaptiveTextBlock.Heading(document.Title);
        yield return AdaptiveRichTextBlock.Subtle(
            document.Version is { } version ? $"Version {version}. Tap a section to read it." : "Tap a section to read it."
        );
        var group = (string?)null;
        foreach (var section in document.Sections)
        {
            if (section.Group != group && section.Group is { } opened)
            {
                yield return new AdaptiveRichTextBlock(opened) { Weight = "Bolder", Spacing = "Medium" };
            }

            yield return group is not null && section.Group is null ? Separated(section) : PolicyVerbs.SectionRow(section);
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
