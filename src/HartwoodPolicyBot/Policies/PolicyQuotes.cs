using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Policies;

/// <summary>Clauses of the policy for cards of other features, word for word.</summary>
public sealed class PolicyQuotes(PolicyLibrary library, PublicAddress address)
{
    /// <summary>
    /// The clause of a section that holds <paramref name="words"/>, or else its first; null when the policy has no such
    /// section.
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

/// <summary>A clause, the heading above it, and how a message cites it.</summary>
public sealed record PolicyQuote(string Heading, string Text, CitedDocument Cited);
