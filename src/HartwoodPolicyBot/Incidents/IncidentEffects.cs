using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Warns of open incidents whose card names a section that a new version of the policy drops.</summary>
internal sealed class IncidentEffects(OpenIncidents incidents)
{
    public async Task<IReadOnlyList<PolicyEffect>> FindAsync(PolicyChange change, CancellationToken cancellationToken)
    {
        var kept = new PolicyLibrary([change.After]);
        var gone = change
            .Comparison.Sections.Where(section =>
                section is { Kind: SectionChangeKind.Gone, Before: { } before } && kept.Section(before.Id) is null
            )
            .ToDictionary(section => section.Before!.Id, section => section.Heading, StringComparer.Ordinal);
        if (gone.Count == 0)
        {
            return [];
        }

        return
        [
            .. from incident in await incidents.ListAsync(cancellationToken)
            let section = IncidentChoices.Clause(incident.Kind).Section
            where gone.ContainsKey(section)
            group incident.Reference by gone[section] into named
            select new PolicyEffect(
                PolicyEffectKind.Incident,
                $"The section “{named.Key}” would be gone, and open incidents name it: {string.Join(", ", named)}.",
                named.Key
            ),
        ];
    }
}
