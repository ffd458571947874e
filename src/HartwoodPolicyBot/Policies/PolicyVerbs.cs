using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>The buttons of the policy cards, and the verbs that they send.</summary>
internal static class PolicyVerbs
{
    public const string Ask = "ask";
    public const string Browse = "policy";
    public const string Section = "section";
    public const string Helpful = "helpful";
    public const string NotHelpful = "not-helpful";

    public static AdaptiveExecuteAction BrowseButton() => AdaptiveExecuteAction.Of("Browse the policy", Browse);

    /// <summary>A question to tap.</summary>
    public static AdaptiveContainer AskRow(string question) => AdaptiveContainer.Row(AdaptiveExecuteAction.Of(question, Ask, question));

    /// <summary>A section to tap, shown from its beginning.</summary>
    public static AdaptiveContainer SectionRow(PolicySection section) =>
        AdaptiveContainer.Row(AdaptiveExecuteAction.Of(section.Heading, Section, section.Id));

    public static AdaptiveAction ReadButton(Uri section) =>
        new AdaptiveOpenUrlAction { Title = "Read it in the policy (in your browser)", Url = section };
}
