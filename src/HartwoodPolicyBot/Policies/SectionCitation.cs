using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Policies;

/// <summary>
/// Makes the citation of a section for the message around a card: heading, beginning of a clause, and web address.
/// </summary>
internal static class SectionCitation
{
    public static CitedDocument Of(PolicySection section, Clause quoted, PublicAddress address) =>
        new()
        {
            Name = section.Heading,
            Abstract = Beginning(quoted),
            Url = address.Of(section).AbsoluteUri,
        };

    /// <summary>Returns what the notification shows.</summary>
    public static string Summary(PolicySection section, Clause quoted) => $"{section.Heading}: {Beginning(quoted)}";

    private static string Beginning(Clause quoted) => Excerpt.Of(quoted.Text, CitedDocument.LongestAbstract);
}
