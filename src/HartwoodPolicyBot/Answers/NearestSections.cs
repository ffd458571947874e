using AdaptiveCards;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Policies;

namespace HartwoodPolicyBot.Answers;

/// <summary>Where no clause was quoted: the sections that may say it after all, to tap.</summary>
internal static class NearestSections
{
    /// <summary>Are there any for what was asked? Small talk has none.</summary>
    public static bool AreFor(PolicyAnswer answer) => answer.Nearest.Count > 0 && RefusalWords.For(answer.Kind, "").OffersNearest;

    public static IEnumerable<AdaptiveElement> Of(PolicyAnswer answer) =>
        !AreFor(answer)
            ? []
            :
            [
                new AdaptiveTextBlock("The nearest sections") { Weight = "Bolder", Spacing = "Medium" },
                .. answer.Nearest.Select(PolicyVerbs.SectionRow),
            ];
}
