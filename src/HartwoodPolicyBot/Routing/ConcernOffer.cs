using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Makes the row that raises a concern that a policy discriminates, for the cards of sections that ask for such concerns.
/// </summary>
internal static class ConcernOffer
{
    public const string Verb = "concern-form";
    private const string AsksForIt = "discriminat";

    /// <summary>
    /// Returns the row under a section that says what to do when a policy is thought to discriminate; nothing under others.
    /// </summary>
    public static IEnumerable<AdaptiveElement> Under(PolicySection section) =>
        section.Clauses.Any(clause => clause.Text.Contains(AsksForIt, StringComparison.OrdinalIgnoreCase))
            ? [AdaptiveContainer.Row(AdaptiveExecuteAction.Of("Raise a concern with the author", Verb, section.DocumentSlug))]
            : [];
}
