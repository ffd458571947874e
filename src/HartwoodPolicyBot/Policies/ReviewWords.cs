using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>Says in words what a review found.</summary>
internal static class ReviewWords
{
    public static string Found(PolicyReview review) =>
        $"{CountWords.Of(review.Sections, "section")}, {CountWords.Of(review.Clauses, "clause")}";

    /// <summary>Says what has changed: "1 reworded, 1 new, 17 unchanged".</summary>
    public static string Changes(PolicyComparison comparison) =>
        string.Join(
            ", ",
            new[]
            {
                SectionChangeKind.Reworded,
                SectionChangeKind.Moved,
                SectionChangeKind.New,
                SectionChangeKind.Gone,
                SectionChangeKind.Unchanged,
            }
                .Select(kind => (Kind: kind, Count: comparison.Count(kind)))
                .Where(found => found.Count > 0)
                .Select(found => $"{found.Count} {Of(found.Kind)}")
        );

    public static string Of(SectionChangeKind kind) =>
        kind switch
        {
            SectionChangeKind.Reworded => "reworded",
            SectionChangeKind.Moved => "moved",
            SectionChangeKind.New => "new",
            SectionChangeKind.Gone => "gone",
            _ => "unchanged",
        };
}
