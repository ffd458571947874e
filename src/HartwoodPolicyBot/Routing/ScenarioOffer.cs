using AdaptiveCards;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Makes the button that starts a training scenario on a clause of the policy, for the cards of all features. It carries what the
/// scenario is about and the clause, and no words that anybody wrote.
/// </summary>
internal static class ScenarioOffer
{
    public const string Verb = "training-scenario-of";

    /// <summary>Names of the kept values.</summary>
    public const string About = "about";
    public const string Section = "heading";
    public const string Clause = "clause";

    /// <param name="about">What it is about, such as "Image of the workplace".</param>
    /// <param name="heading">The section of the policy; null if the policy has none about this.</param>
    /// <param name="clause">The clause, word for word.</param>
    public static AdaptiveExecuteAction Button(string about, string? heading, string? clause)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal) { [About] = about };
        if (heading is not null && clause is not null)
        {
            (kept[Section], kept[Clause]) = (heading, clause);
        }

        return AdaptiveExecuteAction.Of("Make a training scenario of this", Verb, kept: kept);
    }
}
