using System.ComponentModel.DataAnnotations;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Who has which part in the practice: section <c>Staff</c>.</summary>
public sealed class StaffOptions : IValidatableObject
{
    private const int LongestId = 64;

    /// <summary>The practice managers' object ids in Entra. Opaque: the Playground's are no GUIDs.</summary>
    public IList<string> PracticeManagers { get; set; } = [];

    /// <summary>Each practice manager once.</summary>
    public IEnumerable<PersonId> Managers => PracticeManagers.Select(PersonId.Of).Distinct();

    /// <summary>Returns true when that person is a practice manager. Nobody without an id is.</summary>
    public bool IsPracticeManager(PersonId? personId) =>
        personId is { Value.Length: > 0 } person && PracticeManagers.Contains(person.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>An id is letters, digits and dashes; anything else is a name or an address that was put in its place.</summary>
    public static bool IsPersonId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PracticeManagers.FirstOrDefault(id => !IsPersonId(id)) is { } wrong)
        {
            yield return new($"Staff:PracticeManagers holds \"{wrong}\", which is no object id from Entra.", [nameof(PracticeManagers)]);
        }
    }
}
