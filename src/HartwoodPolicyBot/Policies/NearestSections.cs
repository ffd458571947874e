using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies;

/// <summary>Where no clause was quoted: the sections that may say it after all, to tap.</summary>
internal static class NearestSections
{
    /// <summary>Are there any for what was asked? Small talk has none.</summary>
    public static bool AreFor(PolicyAnswer answer) => answer.Nearest.Count > 0 && RefusalWords.For(answer.Kind, "").OffersNearest;

    public static IEnumerable<CardElement> Of(PolicyAnswer answer) =>
        !AreFor(answer)
            ? []
            :
            [
                new TextBlock("The nearest sections") { Weight = "Bolder", Spacing = "Medium" },
                .. answer.Nearest.Select(PolicyVerbs.SectionRow),
            ];
}
