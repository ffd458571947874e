using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Policies;

/// <summary>Finds clauses of the policy for the cards of other features, word for word.</summary>
internal sealed class PolicyQuotes(PolicyLibrary library, PublicAddress address)
{
    /// <summary>
    /// Returns the clause of a section that contains <paramref name="words"/>, or the section's first clause if none does; null
    /// if the policy has no such section.
    /// </summary>
    public PolicyQuote? Find(string sectionId, string words)
    {
        if (library.Section(sectionId) is not { } section)
        {
            return null;
        }

        var clause =
            section.Clauses.FirstOrDefault(clause => clause.Text.Contains(words, StringComparison.OrdinalIgnoreCase)) ?? section.Clauses[0];
        var cited = new CitedDocument
        {
            Name = section.Heading,
            Abstract = Excerpt.Of(clause.Text, CitedDocument.LongestAbstract),
            Url = address.Of(section).AbsoluteUri,
        };
        return new(section.Heading, clause.Text, cited);
    }
}

/// <summary>Holds a clause, the heading above it, and how a message cites it.</summary>
internal sealed record PolicyQuote(string Heading, string Text, CitedDocument Cited);
