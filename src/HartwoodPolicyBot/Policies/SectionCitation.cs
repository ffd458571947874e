using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Policies;

/// <summary>A cited section as the message around a card names it: heading, the beginning of a clause, where to read it.</summary>
internal static class SectionCitation
{
    public static CitedDocument Of(PolicySection section, Clause quoted, PublicAddress address) =>
        new()
        {
            Name = section.Heading,
            Abstract = Beginning(quoted),
            Url = address.Of(section).AbsoluteUri,
        };

    /// <summary>What the toast shows.</summary>
    public static string Summary(PolicySection section, Clause quoted) => $"{section.Heading}: {Beginning(quoted)}";

    private static string Beginning(Clause quoted) => Excerpt.Of(quoted.Text, CitedDocument.LongestAbstract);
}
