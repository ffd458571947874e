using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Answers;

/// <summary>Says which phrasings stay with the sections of a new version, and which are no longer used.</summary>
internal static class PhrasingEffects
{
    public static IReadOnlyList<PolicyEffect> Of(PolicyChange change, string folder)
    {
        if (change.Before is null)
        {
            return [];
        }

        var before = PhrasingBank.LoadWhatFits(folder, new PolicyLibrary([change.Before])).BySection;
        var after = PhrasingBank.LoadWhatFits(folder, new PolicyLibrary([change.After])).BySection;
        var kept = change
            .Comparison.Sections.Where(section => section.IsRenamed && after.ContainsKey(section.After!.Id))
            .Select(section => new PolicyEffect(
                PolicyEffectKind.Phrasings,
                $"{Ways(after[section.After!.Id].Count)} still {Lead(after[section.After.Id].Count)} to “{section.Heading}”, "
                    + $"which was “{section.Before!.Heading}”.",
                section.Heading
            ));
        var used = change.After.Sections.SelectMany(section => section.KnownAs).ToHashSet(StringComparer.Ordinal);
        var gone = change
            .Comparison.Sections.Where(section =>
                section.Kind == SectionChangeKind.Gone
                && before.ContainsKey(section.Before!.Id)
                && !section.Before.KnownAs.Any(used.Contains)
            )
            .Select(section => new PolicyEffect(
                PolicyEffectKind.Phrasings,
                $"{Ways(before[section.Before!.Id].Count)} led to “{section.Heading}”, and will no longer be used.",
                section.Heading
            ));
        return [.. kept, .. gone];
    }

    private static string Lead(int count) => count == 1 ? "leads" : "lead";

    private static string Ways(int count) => $"{count} {(count == 1 ? "way" : "ways")} of asking a question";
}
