using System.Text.Json;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>
/// Follows the sections of a policy from version to version, so that what was written for a section of version 1, such as its
/// phrasings, stays with it when it is renamed or joined with another.
/// </summary>
internal static class SectionOrigins
{
    /// <summary>Returns the text with the headings that each of its sections had in version 1.</summary>
    /// <param name="before">The version in force.</param>
    /// <param name="after">The next version, as it was read.</param>
    public static PolicyDocument Follow(PolicyDocument before, PolicyDocument after)
    {
        var known = after.Sections.ToDictionary<PolicySection, PolicySection, List<string>>(
            section => section,
            _ => [],
            ReferenceEqualityComparer.Instance
        );
        foreach (var change in PolicyComparison.Of(before, after).Sections)
        {
            // The words of a section that is gone may be in another one now: the two were joined.
            var to = change.After ?? (change.Before is { } gone ? PolicyComparison.HolderOf(gone, after.Sections) : null);
            if (to is not null && change.Before is { } from)
            {
                known[to].AddRange(from.KnownAs);
            }
        }

        return after with
        {
            Sections =
            [
                .. after.Sections.Select(section =>
                    known[section] is { Count: > 0 } headings ? section with { KnownAs = [.. headings.Distinct()] } : section
                ),
            ],
        };
    }

    /// <summary>Returns what is stored of a text; null where no section is known by another heading.</summary>
    public static string? Write(PolicyDocument document)
    {
        var renamed = document
            .Sections.Where(section => section.KnownAs is not [var only] || only != section.Heading)
            .ToDictionary(section => section.Anchor, section => section.KnownAs);
        return renamed.Count == 0 ? null : JsonSerializer.Serialize(renamed);
    }

    public static Dictionary<string, IReadOnlyList<string>> Read(string? stored) =>
        stored is null ? [] : JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(stored) ?? [];
}
