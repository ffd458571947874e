using AdaptiveCards;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Policies;

namespace HartwoodPolicyBot.Answers;

/// <summary>Lists the nearest sections under a refusal, each with a tap that opens it.</summary>
internal static class NearestSections
{
    /// <summary>Returns whether the answer has nearest sections that are worth showing; small talk has none.</summary>
    public static bool AreFor(PolicyAnswer answer) => answer.Nearest.Count > 0 && RefusalWords.For(answer.Kind, "").OffersNearest;

    public static IEnumerable<AdaptiveElement> Of(PolicyAnswer answer) =>
        !AreFor(answer)
            ? []
            :
            [
                new AdaptiveTextBlock(RefusalWords.For(answer.Kind, "").NearestHeading) { Weight = "Bolder", Spacing = "Medium" },
                .. answer.Nearest.Select(PolicyVerbs.SectionRow),
            ];
}
