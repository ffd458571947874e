using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Lists the people whom the bot must always be able to write to: practice managers, and the person who gets reports about
/// them, because nobody could use the speak-up route otherwise. Their chat is kept from their first message, and is not
/// deleted after a period or on request.
/// </summary>
public sealed class AlwaysReachable(IEnumerable<PersonId> people)
{
    /// <summary>Their object ids in Entra, in lower case.</summary>
    public IReadOnlyList<string> Ids { get; } = [.. people.Select(person => person.Value).Distinct(StringComparer.Ordinal)];

    public bool Includes(PersonId person) => Ids.Contains(person.Value, StringComparer.Ordinal);
}
