using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Whom the bot must be able to write to at any time, so the way to them is kept from their first word on and does not go by
/// itself or when they ask: practice managers, and the person for reports about them, to whom else nobody could speak up.
/// </summary>
public sealed class AlwaysReachable(IEnumerable<PersonId> people)
{
    /// <summary>Their object ids in Entra, in lower case.</summary>
    public IReadOnlyList<string> Ids { get; } = [.. people.Select(person => person.Value).Distinct(StringComparer.Ordinal)];

    public bool Includes(PersonId person) => Ids.Contains(person.Value, StringComparer.Ordinal);
}
