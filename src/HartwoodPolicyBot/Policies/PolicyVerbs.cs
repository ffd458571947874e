using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>Holds the verbs with which people read the policies and ask about them, and the buttons that send them.</summary>
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
    public static AdaptiveContainer SectionRow(PolicySection section) => SectionRow(section.Id, section.Heading);

    public static AdaptiveContainer SectionRow(string id, string heading) =>
        AdaptiveContainer.Row(AdaptiveExecuteAction.Of(heading, Section, id));

    /// <summary>Makes the same row for a section that stands below the heading of a group, set in from it.</summary>
    public static AdaptiveContainer InnerSectionRow(PolicySection section) =>
        AdaptiveContainer.Row(
            AdaptiveExecuteAction.Of(section.Heading, Section, section.Id),
            new AdaptiveTextRun("\u2003• "),
            new AdaptiveTextRun(section.Heading) { Color = "Accent", Weight = "Bolder" }
        );

    public static AdaptiveAction ReadButton(Uri section) => new AdaptiveOpenUrlAction { Title = "Open the policy", Url = section };
}
