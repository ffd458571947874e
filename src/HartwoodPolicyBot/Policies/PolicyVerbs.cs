using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies;

/// <summary>The buttons of the policy cards, and the verbs that they send.</summary>
internal static class PolicyVerbs
{
    public const string Ask = "ask";
    public const string Browse = "policy";
    public const string Section = "section";
    public const string Helpful = "helpful";
    public const string NotHelpful = "not-helpful";

    public static ExecuteAction BrowseButton() => ExecuteAction.Of("Browse the policy", Browse);

    /// <summary>A question to tap.</summary>
    public static Container AskRow(string question) => Container.Row(ExecuteAction.Of(question, Ask, question));

    /// <summary>A section to tap, shown from its beginning.</summary>
    public static Container SectionRow(PolicySection section) => Container.Row(ExecuteAction.Of(section.Heading, Section, section.Id));

    public static CardAction ReadButton(Uri section) =>
        new OpenUrlAction { Title = "Read it in the policy (in your browser)", Url = section };
}
