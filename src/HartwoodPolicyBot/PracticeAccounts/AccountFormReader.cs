using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Reads the forms about practice accounts. What arrives comes from the client, so it is cleaned and cut here.</summary>
internal static class AccountFormReader
{
    public static PracticeAccountFields Fields(CardClick click) =>
        new(
            Line(click, PracticeAccountVerbs.Platform, PracticeAccount.LongestPlatform),
            Line(click, PracticeAccountVerbs.Name, PracticeAccount.LongestName),
            Line(click, PracticeAccountVerbs.Purpose, PracticeAccount.LongestPurpose),
            click.Input(PracticeAccountVerbs.SecondFactor) == PracticeAccountVerbs.Yes
        );

    public static string Why(CardClick click) => Line(click, PracticeAccountVerbs.Why, PracticeAccount.LongestWhy);

    /// <summary>Returns the form's own id; null if it holds none.</summary>
    public static Guid? FormId(CardClick click) => Guid.TryParse(click.Kept(PracticeAccountVerbs.Form), out var id) ? id : null;

    private static string Line(CardClick click, string name, int longest) =>
        Excerpt.Cut(ActivityText.Fold(click.Input(name) ?? ""), longest);
}
