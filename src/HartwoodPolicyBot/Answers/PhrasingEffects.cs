using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Answers;

/// <summary>Says which phrasings stay with the sections of a new version, and which are no longer used.</summary>
internal static class PhrasingEffects
{
    public static IReadOnlyList<PolicyEffect> Of(PolicyChange change, string folder)
    {
        if (change.Before is not { } before)
        {
            return [];
        }

        var used = change.After.Sections.SelectMany(section => section.KnownAs).ToHashSet(StringComparer.Ordinal);
        var renamed = change.Comparison.Sections.Where(section => section.IsRenamed).ToList();
        var gone = change
            .Comparison.Sections.Where(section => section.Kind == SectionChangeKind.Gone && !section.Before!.KnownAs.Any(used.Contains))
            .ToList();
        return [.. Kept(renamed, change.After, folder), .. Lost(gone, before, folder)];
    }

    private static IEnumerable<PolicyEffect> Kept(List<SectionChange> renamed, PolicyDocument after, string folder)
    {
        var phrasings = Phrasings(renamed, after, folder);
        return renamed
            .Where(section => phrasings.ContainsKey(section.After!.Id))
            .Select(section => new PolicyEffect(
                PolicyEffectKind.Phrasings,
                $"{Ways(phrasings[section.After!.Id].Count)} still {Lead(phrasings[section.After.Id].Count)} to “{section.Heading}”, "
                    + $"which was “{section.Before!.Heading}”.",
                section.Heading
            ));
    }

    private static IEnumerable<PolicyEffect> Lost(List<SectionChange> gone, PolicyDocument before, string folder)
    {
        var phrasings = Phrasings(gone, before, folder);
        return gone.Where(section => phrasings.ContainsKey(section.Before!.Id))
            .Select(section => new PolicyEffect(
                PolicyEffectKind.Phrasings,
                $"{Ways(phrasings[section.Before!.Id].Count)} led to “{section.Heading}”, and will no longer be used.",
                section.Heading
            ));
    }

    /// <summary>Reads the phrasings of a version by section, and nothing where no section asks for them: they are many.</summary>
    private static IReadOnlyDictionary<string, IReadOnlyList<Phrasing>> Phrasings(
        List<SectionChange> sections,
        PolicyDocument version,
        string folder
    ) => sections.Count == 0 ? PhrasingBank.Empty.BySection : PhrasingBank.LoadWhatFits(folder, new PolicyLibrary([version])).BySection;

    private static string Lead(int count) => count == 1 ? "leads" : "lead";

    private static string Ways(int count) => $"{count} {(count == 1 ? "way" : "ways")} of asking a question";
}
