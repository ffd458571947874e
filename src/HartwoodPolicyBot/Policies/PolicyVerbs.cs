using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>Holds the buttons of the policy cards, and the verbs that they send.</summary>
internal static class PolicyVerbs
{
    public const string Ask = "ask";
    public const string Browse = "policy";
    public const string Section = "section";
    public const string Helpful = "helpful";
    public const string NotHelpful = "not-helpful";

    /// <summary>Stands where a quotation had to be cut.</summary>
    public const string MoreInPolicy = "(more in the policy: tap Open)";

    public static AdaptiveExecuteAction BrowseButton() => AdaptiveExecuteAction.Of("Browse the policy", Browse);

    /// <summary>Makes a row that asks a question when it is tapped.</summary>
    public static AdaptiveContainer AskRow(string question) => AdaptiveContainer.Row(AdaptiveExecuteAction.Of(question, Ask, question));

    /// <summary>Makes a row that opens a section when it is tapped.</summary>
    public static AdaptiveContainer SectionRow(PolicySection section) =>
        AdaptiveContainer.Row(AdaptiveExecuteAction.Of(section.Heading, Section, section.Id));

    public static AdaptiveAction ReadButton(Uri section) => new AdaptiveOpenUrlAction { Title = "Open the policy", Url = section };
}
